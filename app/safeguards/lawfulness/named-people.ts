import { placesAfter } from './sensitive-words'
import type { Word } from './words-of-text'

// Before a name, whatever the case they are written in.
const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'meneer',
  'mevrouw',
  'dhr',
  'mw',
  'mevr',
  'sr',
  'sra',
  'senor',
  'senora',
  'السيد',
  'السيدة',
])
// Before a name only in running text: "my neighbour John", not the heading "Neighbour Dumping Trash".
const relations = new Set([
  ...['neighbour', 'neighbor', 'landlord', 'tenant', 'husband', 'wife', 'son', 'daughter'],
  ...['buurman', 'buurvrouw', 'huurder', 'verhuurder', 'vecino', 'vecina', 'marido', 'esposa', 'casero', 'casera'],
])
// Stand between a Dutch title and a name.
const particles = new Set(['de', 'den', 'der', 'van', 'het', 'ter', 'ten', 'te', 'el', 'al', 'bin', 'ibn'])
const streetEnding = /(plein|straat|laan|weg|kade|gracht|dijk|hof|brug|park|singel|school|steeg)$/
const mostNames = 3

type Found = { start: number; end: number; kind: 'name' | 'plate' }

/** Names after "Mr", "mevrouw", "my neighbour". A name that is part of a street or a square is left alone. */
export function findNames(text: string, words: readonly Word[]): Found[] {
  return words.flatMap((word, at) => {
    const isTitle = titles.has(word.plain)
    if (!isTitle && !(relations.has(word.plain) && /^\p{Ll}/u.test(word.written))) return []
    if (words[at - 1]?.plain === 'nuestra') return []
    const name = nameAfter(text, words, at)
    const [first, last] = [name[0], name.at(-1)]
    if (!first || !last || isStreet(name, words[at + name.length + 1])) return []
    return [{ start: first.start, end: last.end, kind: 'name' as const }]
  })
}

function nameAfter(text: string, words: readonly Word[], at: number): Word[] {
  const name: Word[] = []
  let hasName = false
  for (let n = at + 1; n < words.length && name.length < mostNames + 2; n++) {
    const word = words[n]
    const before = words[n - 1]
    if (!word || !before || !isNextTo(text.slice(before.end, word.start), n === at + 1)) break
    const isParticle = !hasName && particles.has(word.written)
    if (!isParticle && !isNameLike(word)) break
    name.push(word)
    if (isParticle) continue
    hasName = true
    // In Arabic nothing shows where a name ends: take one word.
    if (/\p{Script=Arabic}/u.test(word.written)) break
  }
  return hasName ? name : []
}

const isNextTo = (gap: string, isFirst: boolean) => gap === ' ' || (isFirst && (gap === '. ' || gap === '.'))
const isNameLike = ({ written, plain }: Word) => /^\p{Lu}[\p{L}'’-]+$/u.test(written) || isArabicName(written, plain)

// Arabic has no capitals: a small word, or a word with the article, is not a name. "On" and the name Ali differ by two dots.
const smallWords = new Set(['في', 'علي', 'من', 'عند', 'امام', 'خلف', 'تحت', 'فوق', 'بجانب', 'قرب', 'هنا', 'هناك'])
const isArabicName = (written: string, plain: string) =>
  /^\p{Script=Arabic}{2,}$/u.test(written) && !plain.startsWith('ال') && (!smallWords.has(plain) || written === 'علي')

const isStreet = (name: readonly Word[], next: Word | undefined) =>
  name.some(({ plain }) => placesAfter.has(plain) || streetEnding.test(plain)) ||
  (next !== undefined && isCapital(next) && placesAfter.has(next.plain))

const isCapital = ({ written }: Word) => /^\p{Lu}/u.test(written)

const plateWords = new Set([
  'plate',
  'plates',
  'license',
  'licence',
  'registration',
  'kenteken',
  'matricula',
  'placa',
  'patente',
  'لوحة',
  'لوحته',
])

/** Plates whose shape is not enough by itself (American, Spanish, Arabic): only after the word "plate" or its like. */
export function findSpokenPlates(words: readonly Word[]): Found[] {
  return words.flatMap((word, at) => {
    if (!word.forms.some((form) => plateWords.has(form))) return []
    for (let n = at + 1; n <= at + 5; n++) {
      const [one, two] = [words[n], words[n + 1]]
      if (!one || one.sentence !== word.sentence) break
      if (two && two.start - one.end === 1 && two.sentence === word.sentence && isPlate(one.written + two.written)) {
        return [{ start: one.start, end: two.end, kind: 'plate' as const }]
      }
      if (isPlate(one.written)) return [{ start: one.start, end: one.end, kind: 'plate' as const }]
    }
    return []
  })
}

const isPlate = (text: string) => /^[A-Z0-9-]{5,9}$/.test(text) && /\d{2}/.test(text) && /[A-Z]/.test(text)
