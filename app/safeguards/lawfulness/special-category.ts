import { findIdentifiers, type IdentifierKind } from './identifying-numbers'
import { findNames, findSpokenPlates } from './named-people'
import {
  afterFigureOfSpeech,
  appearanceWords,
  copulas,
  personNouns,
  personWords,
  placesAfter,
  placesBefore,
  type SpecialKind,
  sayings,
  selfHas,
  selfIs,
  strongWords,
  weakWords,
} from './sensitive-words'
import { type Word, wordsOf } from './words-of-text'

export type PersonalKind = SpecialKind | IdentifierKind | 'name'

/** A stretch of text that says something about a person, or points to one. */
export type PersonalText = { start: number; end: number; kind: PersonalKind }

/**
 * Finds what somebody may not want to make public about a person: special categories of data and things that identify. Looks
 * in all our languages at once, because people write in their own. It knows words, not meaning: it warns, it never decides.
 */
export function findPersonalText(text: string): PersonalText[] {
  const words = wordsOf(text)
  const found: PersonalText[] = [
    ...findIdentifiers(text),
    ...findSpokenPlates(words),
    ...findNames(text, words),
    ...findSpecialCategories(words),
  ]
  return withoutOverlap(found)
}

/** The text with each finding blacked out: `labelOf` gives the words for it in the person's language. */
export function redact(text: string, found: readonly PersonalText[], labelOf: (kind: PersonalKind) => string): string {
  let result = ''
  let at = 0
  for (const { start, end, kind } of [...found].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    result += `${text.slice(at, start)}[${labelOf(kind)}]`
    at = end
  }
  return result + text.slice(at)
}

type Strength = 'strong' | 'weak' | 'appearance' | 'saying'
type Phrase = { words: readonly string[]; kind: SpecialKind; strength: Strength }

// First word -> the phrases that begin with it, longest first, so that "in prison" is tried before a single word.
const phrases = new Map<string, Phrase[]>()
const learn = (entries: Partial<Record<SpecialKind, readonly string[]>>, strength: Strength) => {
  for (const [kind, list] of Object.entries(entries)) {
    for (const text of list) {
      const words = text.split(' ')
      const first = words[0] ?? ''
      const known = [...(phrases.get(first) ?? []), { words, kind: kind as SpecialKind, strength }]
      phrases.set(
        first,
        known.sort((a, b) => b.words.length - a.words.length),
      )
    }
  }
}
learn(strongWords, 'strong')
learn(weakWords, 'weak')
learn({ 'ethnic-origin': appearanceWords }, 'appearance')
learn({ health: sayings }, 'saying')
// English "aids" is a verb, the illness is written in capitals: looked at as written, below.
const aids = 'AIDS'

function findSpecialCategories(words: readonly Word[]): PersonalText[] {
  const found: PersonalText[] = []
  for (let at = 0; at < words.length; at++) {
    const phrase = phraseAt(words, at)
    const last = words[at + (phrase?.words.length ?? 1) - 1]
    const first = words[at]
    if (!phrase || !first || !last || isAboutPlace(words, at, at + phrase.words.length)) continue
    if (isAboutPerson(words, at, phrase)) found.push({ start: first.start, end: last.end, kind: phrase.kind })
  }
  return found
}

function phraseAt(words: readonly Word[], at: number): Phrase | undefined {
  const word = words[at]
  if (!word) return undefined
  if (word.written === aids) return { words: [aids], kind: 'health', strength: 'strong' }
  for (const form of word.forms) {
    const phrase = phrases
      .get(form)
      ?.find(({ words: parts }) =>
        parts.every(
          (part, n) => n === 0 || (words[at + n]?.forms.includes(part) && words[at + n]?.sentence === word.sentence),
        ),
      )
    if (phrase) return phrase
  }
  return undefined
}

// "the disabled parking space", "cementerio judío": a place, not a person.
function isAboutPlace(words: readonly Word[], from: number, to: number) {
  const sentence = words[from]?.sentence
  const isIn = (word: Word | undefined, places: ReadonlySet<string>) =>
    word?.sentence === sentence && word?.forms.some((form) => places.has(form)) === true
  if (isIn(words[to], placesAfter)) return true
  if (words[to]?.forms.some((form) => personNouns.has(form)) && isIn(words[to + 1], placesAfter)) return true
  if (isIn(words[from - 1], placesBefore)) return true
  return isIn(words[from - 2], placesBefore) && !copulas.has(words[from - 1]?.plain ?? '')
}

const farthest = 10
const nearCopula = 3
const nearSelf = 3
const nearSelfWeak = 2

function isAboutPerson(words: readonly Word[], at: number, { words: parts, strength }: Phrase): boolean {
  const same = (n: number) => (words[n]?.sentence === words[at]?.sentence ? words[n] : undefined)
  const isPerson = (n: number) => same(n)?.forms.some((form) => personWords.has(form)) === true
  const isNoun = (n: number) => same(n)?.forms.some((form) => personNouns.has(form)) === true
  if (strength === 'saying') return false
  if (strength === 'appearance') return isNoun(at - 1) || isNoun(at + 1)
  const follows = (phrase: readonly string[], back: number) =>
    phrase.every((part, n) => same(at - back - phrase.length + 1 + n)?.forms.includes(part))
  const isSelf = (list: readonly (readonly string[])[], reach: number) =>
    range(1, reach).some((back) => list.some((phrase) => follows(phrase, back)))
  if (strength === 'weak') {
    if (same(at + 1)?.forms.some((form) => afterFigureOfSpeech.has(form))) return false
    if (isSelf(selfIs, nearSelfWeak)) return true
    for (let back = 1; back <= 2; back++) {
      const word = same(at - back)
      if (!word) break
      if (copulas.has(word.plain) && (isSubject(word) || range(1, nearCopula).some((n) => isPerson(at - back - n))))
        return true
    }
    return isNoun(at + 1) || (isPerson(at - 1) && same(at - 1)?.isPossessive === false)
  }
  if (isSelf(selfIs, nearSelf) || isSelf(selfHas, nearSelf)) return true
  // "my neighbour's car … cancer" says nothing about the neighbour unless it follows at once.
  const isMeant = (n: number) => isPerson(n) && (same(n)?.isPossessive === false || at - n === 1)
  return range(1, farthest).some((n) => isMeant(at - n) || isPerson(at + parts.length - 1 + n))
}

// "he's", "she's", "who's": person and verb in one.
const isSubject = ({ plain }: Word) => plain === 'hes' || plain === 'shes' || plain === 'whos'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

// What was found first in the list weighs more: a number inside an account number is part of it. Sorted, so linear to walk.
function withoutOverlap(found: readonly PersonalText[]): PersonalText[] {
  const ranked = found.map((item, rank) => ({ ...item, rank })).sort((a, b) => a.start - b.start || a.rank - b.rank)
  const kept: (PersonalText & { rank: number })[] = []
  for (const item of ranked) {
    const last = kept.at(-1)
    if (!last || item.start >= last.end) kept.push(item)
    else if (item.rank < last.rank) kept[kept.length - 1] = item
  }
  return kept.map(({ start, end, kind }) => ({ start, end, kind }))
}
