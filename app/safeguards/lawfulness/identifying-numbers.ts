/** Something that points to one person by itself: a number, an address, a plate. */
export type IdentifierKind = 'phone' | 'mail' | 'bsn' | 'ssn' | 'iban' | 'plate'
export type Identifier = { start: number; end: number; kind: IdentifierKind }

/** Finds numbers and addresses that point to a person. Every pattern is bounded, so hostile text costs no more than plain text. */
export function findIdentifiers(original: string): Identifier[] {
  const text = westernDigits(original)
  return [
    ...ibans(text),
    ...all(text, mail, 'mail', isPersonalMail),
    ...all(text, ssn, 'ssn'),
    ...phones.flatMap((form) => all(text, form, 'phone', isNotDate)),
    ...spokenPhones(text),
    ...all(text, bsn, 'bsn', (found) => isBsn(found.replace(/\D/g, ''))),
    ...all(text, dutchPlate, 'plate'),
  ]
}

// One digit for one digit, so that places in the text stay the same.
const westernDigits = (text: string) => text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))

function all(
  text: string,
  form: RegExp,
  kind: IdentifierKind,
  isOne: (found: string) => boolean = () => true,
): Identifier[] {
  return Array.from(text.matchAll(form))
    .filter(([found]) => isOne(found))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, kind }))
}

const mail = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu
// Mailboxes of an office are not of a person.
const isPersonalMail = (address: string) =>
  !/^(info|contact|office|help|support|service|311|noreply|no-reply)@/i.test(address)

const phones = [
  // With a country code.
  /(?<![\p{L}\p{N}])(?:\+|00)[1-9](?:[ .()-]{0,2}\d){7,14}(?!\d)/gu,
  // United States: three, three, four.
  /(?<![\d.-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?![\d-])/g,
  // The Netherlands and others with a leading nought: ten digits.
  /(?<![\d.,:-])0[1-9](?:[ .-]{0,1}\d){8}(?![\d:-])/g,
  // Spain: nine digits in groups.
  /(?<![\d.,-])[6-9]\d{2}(?: \d{3} \d{3}|(?: \d{2}){3})(?![\d-])/g,
]
const isNotDate = (found: string) => !/^\d{2}[-.]\d{2}[-.]\d{4}/.test(found)

// A row of digits without spaces is a telephone number when the text says so.
const spokenPhone =
  /(?<![\p{L}])(?:phone|tel|telephone|cell|mobile|call|text|telefoon|mobiel|bel|telefono|teléfono|movil|móvil|llamar|هاتف|جوال|رقم)[^\p{N}\n]{0,20}(\d{9,11})(?!\d)/giu

function spokenPhones(text: string): Identifier[] {
  return Array.from(text.matchAll(spokenPhone), (match) => {
    const end = match.index + match[0].length
    return { start: end - (match[1]?.length ?? 0), end, kind: 'phone' as const }
  })
}

const ssn = /(?<![\d-])(?!000|666|9)\d{3}([- ])(?!00)\d{2}\1(?!0000)\d{4}(?![\d-])/g

const bsn = /(?<![\p{L}\p{N}.,#-])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3})(?![\p{L}\p{N}-])/gu

/** The eleven-test of a Dutch citizen number: weights 9 to 2, then minus 1, divisible by 11. */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = Array.from(digits, Number).reduce(
    (total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place),
    0,
  )
  return sum % 11 === 0
}

// The fourteen Dutch shapes, always with their dashes: without them too much else looks like a plate.
const dutchPlate = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[
    'LL-DD-DD',
    'DD-DD-LL',
    'DD-LL-DD',
    'LL-DD-LL',
    'LL-LL-DD',
    'DD-LL-LL',
    'DD-LLL-D',
    'D-LLL-DD',
    'LL-DDD-L',
    'L-DDD-LL',
    'LLL-DD-L',
    'L-DD-LLL',
    'D-LL-DDD',
    'DDD-LL-D',
  ]
    .map((shape) => shape.replaceAll('L', '[A-Za-z]').replaceAll('D', '\\d'))
    .join('|')})(?![\\p{L}\\p{N}-])`,
  'gu',
)

// biome-ignore format: a table reads better in rows
const ibanLengths: Record<string, number> = {
  AE: 23, AT: 20, BE: 16, CH: 21, DE: 22, DK: 18, EG: 29, ES: 24, FI: 18, FR: 27, GB: 22, GR: 27, IE: 22, IT: 27, JO: 30,
  KW: 30, LB: 28, LU: 20, NL: 18, NO: 15, PL: 28, PT: 25, QA: 29, RO: 24, SA: 24, SE: 24, TN: 24, TR: 26,
}

const ibanStart = /(?<![\p{L}\p{N}])([A-Z]{2})\d{2}(?=[ A-Z0-9])/giu

function ibans(text: string): Identifier[] {
  return Array.from(text.matchAll(ibanStart)).flatMap((match) => {
    const length = ibanLengths[(match[1] ?? '').toUpperCase()]
    const end = length && endOf(text, match.index, length)
    if (!end || !hasIbanCheck(text.slice(match.index, end).replaceAll(' ', '').toUpperCase())) return []
    return [{ start: match.index, end, kind: 'iban' as const }]
  })
}

// Walks on over letters, digits and single spaces until the account number has its length.
function endOf(text: string, start: number, length: number): number | undefined {
  let at = start
  for (let count = 0; count < length; at++) {
    const character = text[at] ?? ''
    if (/[A-Za-z0-9]/.test(character)) count++
    else if (character !== ' ' || text[at - 1] === ' ') return undefined
  }
  return /[A-Za-z0-9]/.test(text[at] ?? '') ? undefined : at
}

/** Check digits of ISO 13616: move four to the end, letters as 10 to 35, the whole leaves 1 when divided by 97. */
export function hasIbanCheck(iban: string): boolean {
  let rest = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}
