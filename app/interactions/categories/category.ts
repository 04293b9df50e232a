import { languages } from '~/safeguards/vocabulary'
import { gazetteerWords } from '../places/gazetteer-words'
import type { Question } from './questions'

/** Words by language, as categories and groups carry them. */
export type NamesByLanguage = Readonly<Record<string, string>>

/** What kind of issue, as the town defines it. */
export type Category = {
  key: string
  groupKey: string
  groupName: NamesByLanguage
  name: NamesByLanguage
  /** Everyday words for it, by language. */
  synonyms: Readonly<Record<string, string | readonly string[]>>
  pictogram: string
  department: string
  radiusM: number
  serviceDays: number | null
  serviceDayKind: 'working' | 'calendar'
  isChoosable: boolean
  isEmergency: boolean
  /** Whom to call, by language. */
  emergency: NamesByLanguage
  questions: readonly Question[]
  version: number
}

/** The name in the reader's language; else in English; else as it was first given. */
export function nameIn(words: unknown, language: string): string {
  const named = typeof words === 'object' && words !== null ? (words as Record<string, unknown>) : {}
  const found = [named[language], named.en, ...Object.values(named)].find((name) => typeof name === 'string' && name)
  return typeof found === 'string' ? found : ''
}

export type CategoryGroup = { key: string; name: string; pictogram: string; categories: Category[] }

/** Categories by group, groups and categories in the order of the alphabet of the reader's language. */
export function groupsOf(categories: readonly Category[], language: string): CategoryGroup[] {
  const order = new Intl.Collator(language)
  const groups = new Map<string, CategoryGroup>()
  for (const category of categories) {
    const name = nameIn(category.groupName, language)
    const group = groups.get(category.groupKey) ?? {
      key: category.groupKey,
      name,
      pictogram: category.pictogram,
      categories: [],
    }
    group.categories.push(category)
    groups.set(category.groupKey, group)
  }
  for (const group of groups.values()) {
    group.categories.sort((one, other) => order.compare(nameIn(one.name, language), nameIn(other.name, language)))
    group.pictogram = mostUsed(group.categories.map(({ pictogram }) => pictogram))
  }
  return [...groups.values()].sort((one, other) => order.compare(one.name, other.name))
}

// The sign that most of its categories carry stands for the group.
function mostUsed(signs: readonly string[]): string {
  const times = new Map<string, number>()
  for (const sign of signs) times.set(sign, (times.get(sign) ?? 0) + 1)
  return [...times].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 'other'
}

/**
 * The categories that everyday words mean, best first: "lamp", "streetlight is out", "kapotte lantaarn". The reader's own
 * language counts most, but whoever knows only the English word finds it too.
 */
export function categoriesMeaning(text: string, categories: readonly Category[], language: string): Category[] {
  const asked = gazetteerWords(text)
    .split(' ')
    .filter((word) => word.length > 1)
  if (asked.length === 0) return []
  const scored = categories.map((category) => ({ category, score: scoreOf(category, asked, language) }))
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || (one.category.key < other.category.key ? -1 : 1))
    .map(({ category }) => category)
}

function scoreOf(category: Category, asked: readonly string[], reader: string): number {
  const inLanguage = (language: string) => {
    const names = [category.name[language] ?? '', ...[category.synonyms[language] ?? []].flat()]
      .map(gazetteerWords)
      .filter(Boolean)
    const words = new Set(names.flatMap((name) => name.split(' ')))
    const whole = names.includes(asked.join(' ')) ? 3 : 0
    return whole + asked.reduce((sum, word) => sum + bestMatch(word, words), 0) / asked.length
  }
  return languages.reduce((best, language) => Math.max(best, inLanguage(language) * (language === reader ? 1 : 0.6)), 0)
}

// A word counts whole, as the beginning of another, or with one letter wrong once it is long enough to be sure.
function bestMatch(word: string, words: ReadonlySet<string>): number {
  if (words.has(word)) return 1
  for (const other of words) if (word.length >= 3 && other.startsWith(word)) return 0.8
  for (const other of words) if (word.length >= 5 && isOneOff(word, other)) return 0.6
  return 0
}

function isOneOff(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [rest, restOther] = [one.slice(at), other.slice(at)]
  return rest.slice(1) === restOther.slice(1) || rest === restOther.slice(1) || rest.slice(1) === restOther
}
