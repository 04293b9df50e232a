import { plainForm } from './words-of-text'

/**
 * Words that may say something about one person's health, faith and the like (GDPR 9 and 10). Lists are small on purpose:
 * a word alone means nothing, `special-category.ts` looks whether a person stands beside it. Compared without
 * accents and capitals.
 */
export type SpecialKind = 'health' | 'religion' | 'ethnic-origin' | 'sexuality' | 'politics' | 'union' | 'criminal'

const list = (words: string) => words.split('|').map((phrase) => phrase.split(' ').map(plainForm).join(' '))
const phrasesOf = (words: string) => list(words).map((phrase) => phrase.split(' '))

/** Count as soon as one particular person is spoken of in the same sentence. */
export const strongWords: Record<SpecialKind, readonly string[]> = {
  health: [
    ...list(
      'hiv|hiv-positive|hiv positive|cancer|dementia|alzheimer|alzheimers|parkinson|epilepsy|epileptic|autism|autistic',
    ),
    ...list(
      'schizophrenia|schizophrenic|bipolar|diabetes|diabetic|alcoholic|junkie|drug addict|addicted|mental illness',
    ),
    ...list(
      'mentally ill|psychiatric|psychosis|asthma|chemotherapy|chemo|dialysis|miscarriage|abortion|tuberculosis|hepatitis',
    ),
    ...list('multiple sclerosis|down syndrome|eating disorder|heart condition|suicidal'),
    ...list(
      'kanker|borstkanker|longkanker|dementie|dement|demente|epilepsie|epileptisch|autisme|autistisch|autistische|autist',
    ),
    ...list(
      'schizofreen|schizofrenie|bipolair|suikerziekte|alcoholist|alcoholiste|verslaafd|verslaafde|drugsverslaafd',
    ),
    ...list(
      'drugsverslaafde|psychiatrisch|psychiatrische|psychose|psychotisch|astma|hartpatient|suicidaal|abortus|miskraam',
    ),
    ...list('verstandelijk beperkt|verstandelijke beperking'),
    ...list(
      'vih|sida|demencia|epilepsia|epileptico|epileptica|autismo|autista|esquizofrenia|esquizofrenico|esquizofrenica',
    ),
    ...list(
      'diabetico|diabetica|alcoholico|alcoholica|drogadicto|drogadicta|enfermedad mental|enfermo mental|enferma mental',
    ),
    ...list('psiquiatrico|psiquiatrica|asma|quimioterapia|dialisis|aborto|tuberculosis'),
    ...list(
      'ايدز|نقص المناعة|سرطان|خرف|زهايمر|صرع|توحد|فصام|سكري|مدمن|مدمنة|مرض نفسي|مريض نفسي|مريضة نفسيا|مريض نفسيا',
    ),
    ...list('ربو|اكتئاب|اجهاض'),
  ],
  religion: [
    ...list('muslim|jewish|jew|christian|catholic|protestant|hindu|buddhist|sikh|atheist|mormon|salafi|islamist'),
    ...list(
      'jehovahs witness|moslim|moslima|joods|joodse|jood|christen|christelijk|katholiek|katholieke|protestants|hindoe',
    ),
    ...list('boeddhist|islamitisch|islamitische|salafist|jehovas getuige'),
    ...list('musulman|musulmana|judio|judia|cristiano|cristiana|catolico|catolica|budista|ateo|atea|testigo de jehova'),
    ...list('مسلم|مسلمة|مسيحي|مسيحية|يهودي|يهودية|كاثوليكي|قبطي|قبطية|شيعي|شيعية|سني|سنية|ملحد|ملحدة|هندوسي|بوذي'),
  ],
  'ethnic-origin': [
    ...list(
      'gypsy|hispanic|latino|latina|african-american|african american|native american|arab|moroccan|turkish|kurdish',
    ),
    ...list('surinamese|antillean|somali|haitian|puerto rican|pakistani|illegal immigrant|undocumented'),
    ...list(
      'marokkaan|marokkaanse|turk|turkse|surinamer|surinaamse|antilliaan|antilliaanse|somalier|somalische|zigeuner',
    ),
    ...list('neger|allochtoon|allochtone|arabische|koerdische|illegaal'),
    ...list('gitano|gitana|moro|marroqui|indigena|sudaca|rumano|rumana|mulato|mulata|sin papeles'),
    ...list('غجري|غجرية|كردي|كردية|امازيغي|امازيغية|زنجي|زنجية'),
  ],
  sexuality: [
    ...list('gay|lesbian|homosexual|bisexual|transgender|transsexual|transvestite|queer'),
    ...list('homo|homofiel|homoseksueel|homoseksuele|lesbisch|lesbische|lesbienne|biseksueel|transseksueel|travestiet'),
    ...list('lesbiana|transexual|transgenero|travesti|maricon'),
    ...list('مثلي|مثلية|شاذ|لوطي|متحول جنسيا|متحولة جنسيا'),
  ],
  politics: [
    ...list('republican|democrat|communist|socialist|anarchist|fascist|nazi|neo-nazi|trump supporter|party member'),
    ...list('pvv-stemmer|partijlid|neonazi|communiste|socialiste'),
    ...list('comunista|socialista|fascista|republicano|republicana|anarquista|militante del partido'),
    ...list('شيوعي|شيوعية|اشتراكي|اشتراكية|اخواني|عضو في حزب|عضو حزب'),
  ],
  union: [
    ...list('union member|member of the union|union rep|shop steward|trade unionist'),
    ...list('vakbondslid|vakbondsman|vakbondsvrouw|lid van de vakbond|lid van de bond'),
    ...list(
      'sindicalista|miembro del sindicato|afiliado al sindicato|afiliada al sindicato|delegado sindical|delegada sindical',
    ),
    ...list('نقابي|نقابية|عضو في النقابة|عضو نقابة'),
  ],
  criminal: [
    ...list(
      'criminal record|ex-convict|ex-con|felon|convicted|sex offender|pedophile|paedophile|rapist|drug dealer|burglar',
    ),
    ...list('on parole|on probation|in prison|in jail|went to prison|went to jail|arrested'),
    ...list('strafblad|veroordeeld|ex-gedetineerde|pedofiel|verkrachter|drugsdealer|crimineel|in de gevangenis'),
    ...list('gevangenisstraf|inbreker|gearresteerd'),
    ...list(
      'antecedentes penales|expresidiario|expresidiaria|delincuente|condenado|condenada|pedofilo|violador|narcotraficante',
    ),
    ...list('en la carcel|en prision|arrestado|arrestada'),
    ...list('سوابق|مجرم|مجرمة|سجين|سجينة|في السجن|تاجر مخدرات|لص|مغتصب|مدان'),
  ],
}

/** Count only in "he is …" or right beside a person: these words stand in many reports about places and things. */
export const weakWords: Record<'health', readonly string[]> = {
  health: [
    ...list('disabled|handicapped|blind|deaf|sick|ill|pregnant|paralyzed|paralysed|depressed|autistic'),
    ...list(
      'gehandicapt|gehandicapte|blinde|doof|dove|ziek|zieke|zwanger|zwangere|invalide|depressief|depressieve|verlamd',
    ),
    ...list(
      'ciego|ciega|sordo|sorda|enfermo|enferma|embarazada|minusvalido|minusvalida|discapacitado|discapacitada|deprimido',
    ),
    ...list('deprimida|paralitico|paralitica'),
    ...list('معاق|معاقة|اعمى|عمياء|اصم|صماء|مريض|مريضة|حامل|مشلول|مشلولة'),
  ],
}

/** A colour is a colour, until it stands beside a man or a woman. */
export const appearanceWords = list(
  'black|white|asian|brown|indian|zwarte|blanke|getinte|donkere|aziatische|negro|negra|negros|negras|asiatico|asiatica|سوداء|اسود',
)

/** One particular person. Plurals such as "residents" are nobody in particular. */
export const personWords = new Set([
  ...list(
    'he|she|him|his|her|neighbour|neighbor|wife|husband|son|daughter|mother|father|mom|dad|brother|sister|grandmother',
  ),
  ...list(
    'grandfather|grandma|grandpa|partner|girlfriend|boyfriend|landlord|tenant|roommate|colleague|coworker|teacher|man',
  ),
  ...list('woman|guy|lady|boy|girl|kid|child|family|couple|owner|mr|mrs|ms'),
  ...list(
    'hij|ze|buurman|buurvrouw|buurjongen|buurmeisje|vrouw|zoon|dochter|moeder|vader|broer|zus|oma|opa|jongen|meisje',
  ),
  ...list('kind|huurder|verhuurder|eigenaar|collega|meneer|mevrouw|dhr|mw|gezin|familie'),
  ...list(
    'ella|vecino|vecina|esposa|esposo|marido|mujer|hombre|hijo|hija|madre|padre|hermano|hermana|abuelo|abuela|chico',
  ),
  ...list(
    'chica|nino|nina|senor|senora|sr|sra|dueno|duena|inquilino|inquilina|companero|companera|novio|novia|familia',
  ),
  ...list(
    'هو|هي|جار|جارة|جاري|جارتي|جارنا|جارتنا|زوجتي|زوجي|زوجته|زوجها|ابني|ابنتي|ابنه|ابنها|امي|ابي|اخي|اختي|رجل|امراة',
  ),
  ...list('سيدة|ولد|بنت|طفل|طفلة|عائلة|سيد|صاحب|صاحبة|شاب'),
])

/** People beside whom a word of appearance is about a person, plurals too. */
export const personNouns = new Set([
  ...list(
    'man|men|woman|women|guy|guys|kid|kids|boy|boys|girl|girls|lady|ladies|teen|teens|teenager|teenagers|family|couple',
  ),
  ...list('mannen|vrouw|vrouwen|jongen|jongens|meisje|meisjes|gezin|familie|jongeren'),
  ...list('hombre|hombres|mujer|mujeres|chico|chicos|chica|chicas|nino|ninos|nina|ninas|joven|jovenes|familia'),
  ...list('رجل|رجال|امراة|نساء|شاب|شباب|ولد|بنت|عائلة'),
])

/** The writer speaks of themselves: "I am", and "I have". */
export const selfIs: readonly (readonly string[])[] = phrasesOf('i am|im|ik ben|yo soy|soy|estoy|انا')
export const selfHas: readonly (readonly string[])[] = phrasesOf(
  'i have|ive|i suffer|ik heb|yo tengo|tengo|padezco|عندي|لدي',
)

/** Sayings that only sound like an illness, and words after which one does: "sick of the noise". */
export const sayings = list('sick and tired|ziek en moe|blind spot|dode hoek')
export const afterFigureOfSpeech = new Set(list('of|to|van|de|من'))

/** Words that tie a quality to a person. */
export const copulas = new Set(
  list('is|was|being|became|gets|isnt|wasnt|werd|wordt|es|esta|era|estaba|hes|shes|whos|am|im'),
)

/** After a word (English, Dutch): a place, a thing or an occasion, so not a person. */
export const placesAfter = new Set([
  ...list(
    'parking|space|spaces|spot|spots|bay|bays|ramp|ramps|access|entrance|toilet|toilets|restroom|sign|signs|placard',
  ),
  ...list(
    'permit|permits|plate|plates|clinic|hospital|centre|center|church|school|cemetery|graveyard|street|st|avenue|ave',
  ),
  ...list(
    'road|rd|square|sq|community|neighborhood|neighbourhood|quarter|temple|mosque|festival|restaurant|cafe|bar|club',
  ),
  ...list(
    'shop|store|supermarket|bakery|food|memorial|monument|museum|flag|flags|crossing|march|parade|pride|awareness',
  ),
  ...list(
    'campaign|day|ward|garden|association|charity|research|seating|lift|elevator|area|zone|lane|corner|spit|beverages',
  ),
  ...list(
    'drinks|kerk|begraafplaats|parkeerplaats|plek|plaats|ingang|straat|plein|winkel|centrum|gemeenschap|buurt|vlag',
  ),
  ...list('bakker|slager|supermarkt|lift|oprit|muur|hoek'),
])

/** Before a word (Spanish, Arabic, "church of …"): the same. */
export const placesBefore = new Set([
  ...list(
    'plaza|plazas|aparcamiento|estacionamiento|rampa|iglesia|mezquita|templo|cementerio|calle|barrio|clinica|hospital',
  ),
  ...list(
    'centro|bano|colegio|escuela|tienda|restaurante|senal|acceso|entrada|bandera|coche|contenedor|church|school|home',
  ),
  ...list('موقف|مواقف|كنيسة|مسجد|مقبرة|شارع|حي|عيادة|مستشفى|مستشفي|مركز|مدرسة|مطعم|محل|مدخل|منحدر|لافتة|علم|سيارة'),
])
