/** Ways to write the same kind of street, to the shortest one: what people type and what maps print must meet. */
const shortForms: Record<string, string> = Object.fromEntries(
  Object.entries({
    st: 'street str saint sainte strasse',
    av: 'ave avenue avenida',
    rd: 'road',
    dr: 'drive',
    ln: 'lane laan',
    pl: 'place plaza plein plaats',
    sq: 'square',
    ct: 'court',
    ter: 'terrace terr',
    pkwy: 'parkway pky',
    blvd: 'boulevard bd',
    hwy: 'highway',
    cir: 'circle',
    mt: 'mount',
    ft: 'fort',
    n: 'north',
    s: 'south',
    e: 'east',
    w: 'west',
    expy: 'expressway expwy',
    brg: 'bridge brug',
    c: 'calle',
    wg: 'weg',
  }).flatMap(([short, long]) => long.split(' ').map((word) => [word, short])),
)
// In names of one word, as in Dorpsstraat or Stationsplein, the ending is what people shorten.
const endings: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})straat$/u, 'str'],
  [/(?<=\p{L}{3})stra[sß]+e$/u, 'str'],
]

/** A name or a question as searches compare it: without accents, capitals, signs, and with one short form for each kind of street. */
export function gazetteerWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map(shortened)
    .join(' ')
}

function shortened(word: string): string {
  const short = Object.hasOwn(shortForms, word) ? shortForms[word] : undefined
  if (short) return short
  return endings.reduce((left, [ending, by]) => left.replace(ending, by), word)
}

// "and" in the languages of the platform, and the signs people use for it. "at" only counts between two names.
const between = /\s*(?:[&/@+]|\s(?:and|at|en|y|con|hoek|corner of|esquina|e|x)\s|\sو\s?|\sمع\s)\s*/iu

/** The two streets of a question such as "Boylston & Clarendon"; null when it names no crossing. */
export function crossingIn(text: string): readonly [string, string] | null {
  const parts = text.split(between).map(gazetteerWords).filter(Boolean)
  const [one, other] = parts
  return parts.length === 2 && one && other ? [one, other] : null
}

/** House number and street of a question such as "10 Beacon St" or "Dorpsstraat 10a"; null when there is no number in it. */
export function addressIn(text: string): { number: string; street: string } | null {
  const words = gazetteerWords(text).split(' ')
  const isNumber = (word: string | undefined) => word !== undefined && /^\d{1,5}\p{L}?$/u.test(word)
  const [first, last] = [words[0], words.at(-1)]
  if (words.length < 2) return null
  if (first && isNumber(first)) return { number: first, street: words.slice(1).join(' ') }
  return last && isNumber(last) ? { number: last, street: words.slice(0, -1).join(' ') } : null
}
