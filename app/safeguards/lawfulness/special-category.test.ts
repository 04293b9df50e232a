import { describe, expect, test } from 'vitest'
import ar from '~/words/ar/check.json'
import en from '~/words/en/check.json'
import es from '~/words/es/check.json'
import nl from '~/words/nl/check.json'
import { hasIbanCheck, isBsn } from './identifying-numbers'
import { findPersonalText, type PersonalKind, redact } from './special-category'

const found = (text: string) =>
  findPersonalText(text).map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`)

describe('a text about a particular person is noticed', () => {
  test.each<[string, string[]]>([
    ['my neighbour at 12 has HIV', ['health: HIV']],
    ['My neighbor is an alcoholic and throws bottles in the street.', ['health: alcoholic']],
    ['The woman at no. 8 is mentally ill and screams all night', ['health: mentally ill']],
    ['He has AIDS, be careful with the needles', ['health: AIDS']],
    ['I am deaf, so please do not call me', ['health: deaf']],
    ['My wife is disabled and cannot get past the hole', ['health: disabled']],
    ['My son has autism and runs into the road', ['health: autism']],
    ['The Muslim family at number 8 parks on the pavement', ['religion: Muslim']],
    ['Two black men dumped a couch here last night', ['ethnic-origin: black']],
    ['the guy next door is gay and his music is loud', ['sexuality: gay']],
    ['My landlord is a communist', ['politics: communist']],
    ['My neighbor, a union member, blocks the driveway', ['union: union member']],
    ['The man in that house has a criminal record', ['criminal: criminal record']],
    ['his brother is in prison', ['criminal: in prison']],
    ['Mijn buurman is ziek en zijn tuin verwildert', ['health: ziek']],
    ['De buurvrouw heeft kanker', ['health: kanker']],
    ['Een Marokkaanse jongen heeft het gedaan', ['ethnic-origin: Marokkaanse']],
    ['De man op nummer 3 heeft een strafblad', ['criminal: strafblad']],
    ['Mijn collega is vakbondslid', ['union: vakbondslid']],
    ['Ik heb diabetes', ['health: diabetes']],
    ['Mi vecino tiene VIH', ['health: VIH']],
    ['La vecina del tercero está enferma', ['health: enferma']],
    ['Un hombre negro tiró la basura', ['ethnic-origin: negro']],
    ['Su marido es católico y no quiere las obras en domingo', ['religion: católico']],
    ['El hijo de la vecina tiene antecedentes penales', ['criminal: antecedentes penales']],
    ['جاري مدمن ويرمي الزجاجات', ['health: مدمن']],
    ['زوجتي مريضة ولا تستطيع المرور', ['health: مريضة']],
    ['العائلة المسلمة في رقم ٨', ['religion: المسلمة']],
    ['صاحب الدكان سجين سابق', ['criminal: سجين']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('a number or a name that points to a person is noticed', () => {
  test.each<[string, string[]]>([
    ['Call me at (617) 555-0134 please', ['phone: (617) 555-0134']],
    ['617-555-0134', ['phone: 617-555-0134']],
    ['my phone is 6175550134', ['phone: 6175550134']],
    ['bel 06-12345678', ['phone: 06-12345678']],
    ['of +31 6 12 34 56 78 na vijven', ['phone: +31 6 12 34 56 78']],
    ['llámame al 612 345 678', ['phone: 612 345 678']],
    ['رقمي ٠٦١٢٣٤٥٦٧٨', ['phone: ٠٦١٢٣٤٥٦٧٨']],
    ['Write to anna.devries@post.example.org.', ['mail: anna.devries@post.example.org']],
    ['mijn bsn is 111222333', ['bsn: 111222333']],
    ['SSN 219-09-9999', ['ssn: 219-09-9999']],
    ['pay to NL91 ABNA 0417 1643 00 today', ['iban: NL91 ABNA 0417 1643 00']],
    ['ES9121000418450200051332', ['iban: ES9121000418450200051332']],
    ['grijze auto, kenteken AB-123-C', ['plate: AB-123-C']],
    ['Een busje (12-BBD-3) staat er al weken', ['plate: 12-BBD-3']],
    ['abandoned car, license plate 4KX 921', ['plate: 4KX 921']],
    ['coche con matrícula 1234 BCD', ['plate: 1234 BCD']],
    ['Mrs. Jones leaves her bins out', ['name: Jones']],
    ['meneer van der Berg zet zijn bak verkeerd', ['name: van der Berg']],
    ['my neighbour John Smith burns plastic', ['name: John Smith']],
    ['la señora García lo vio', ['name: García']],
    ['السيد أحمد يوقف سيارته هنا', ['name: أحمد']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('a plain report about the street raises no alarm', () => {
  test.each([
    'He was sick and tired of waiting',
    'السيدة في الطابق الثاني ترمي الماء',
    'The woman fell into an open manhole next to the white van',
    'A van is parked in the disabled parking space',
    'Someone blocks the handicapped spot in front of the Jewish cemetery',
    'Wheelchair users cannot get past the scaffolding',
    'The Deaf Child Area sign has fallen over',
    'I am sick of the trash on this corner',
    'My neighbour says the blind corner at Christian Street is dangerous',
    'There is a black car and a white van at the cancer center',
    'My car was disabled by the pothole on Union Street',
    'A crosswalk sign aids visibility',
    'Streetlight out at 1234 Washington St, Boston, MA 02134-1001',
    'Case 101001234567 was closed on 11-23-2026 at 10:30',
    'The pole has number 42-113 and stands at 42.3601, -71.0589',
    'Open from 09.30 to 17.00, since 05-11-2026 10:15',
    'Please fix Mr. Visserplein before the market',
    'My Neighbor Dumping Trash Again',
    'Missed trash pickup, ticket 20261123-001',
    'Mail info@town.example was not answered',
    'Er staat een auto op de invalidenparkeerplaats',
    'De zieke boom op het Jodenbreeplein moet weg',
    'De zwarte container bij de katholieke kerk is vol',
    'De oude man van het park is een standbeeld',
    'Coche negro en la plaza de minusválidos',
    'Farola rota junto al cementerio judío',
    'La acera frente a la iglesia católica está rota',
    'سيارة سوداء في موقف المعاقين',
    'الإنارة معطلة قرب الكنيسة القبطية',
    'حفرة كبيرة أمام مستشفى السرطان',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })
})

test('a person can send the text with the words blacked out, in their own language', () => {
  const text = 'My neighbour John has HIV, call 617-555-0134'
  const labelled = (words: Record<string, string>) =>
    redact(text, findPersonalText(text), (kind: PersonalKind) => words[`check.blacked-out.${kind}`] ?? '?')
  expect(labelled(en)).toBe('My neighbour [name] has [health], call [phone number]')
  expect(labelled(nl)).toBe('My neighbour [naam] has [gezondheid], call [telefoonnummer]')
  expect(labelled(es)).toBe('My neighbour [nombre] has [salud], call [número de teléfono]')
  expect(labelled(ar)).toBe('My neighbour [اسم] has [معلومة صحية], call [رقم هاتف]')
})

test('a citizen number is told from any nine digits by the eleven-test', () => {
  expect(['111222333', '123456782', '111222334', '000000000', '12345678'].map(isBsn)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

test('an account number with one wrong digit is no account number', () => {
  expect(['NL91ABNA0417164300', 'GB82WEST12345698765432', 'NL91ABNA0417164301'].map(hasIbanCheck)).toEqual([
    true,
    true,
    false,
  ])
})

test.each<[string, string]>([
  ['digits', '1'.repeat(100_000)],
  ['digits and spaces', '1 '.repeat(50_000)],
  ['noughts and dashes', '0-6-'.repeat(25_000)],
  ['letters', 'a'.repeat(100_000)],
  ['dots', 'a.'.repeat(50_000)],
  ['at signs', 'a@'.repeat(50_000)],
  ['mail that never ends', `${'a'.repeat(64)}@${'b.'.repeat(50_000)}`],
  ['account beginnings', 'NL91 '.repeat(20_000)],
  ['dashes', 'ab-12-'.repeat(16_000)],
  ['apostrophes', "a'".repeat(50_000)],
  ['sensitive words', 'he is hiv '.repeat(10_000)],
  ['beginnings of phrases', 'member of the '.repeat(7_000)],
  ['titles', 'Mr. Van '.repeat(12_000)],
  ['phone words', `phone ${'#'.repeat(19)}`.repeat(4_000)],
  ['plate words', 'plate '.repeat(16_000)],
  ['accents', `e${'\u0301'.repeat(100_000)}`],
  ['spaces', ' '.repeat(100_000)],
])('a hostile text of 100 kB (%s) does not hold anybody up', (_, text) => {
  // Going over it again for each word would take far longer than this on any machine.
  findPersonalText(text.slice(0, 1_000))
  const start = performance.now()
  findPersonalText(text)
  expect(performance.now() - start).toBeLessThan(5_000)
})
