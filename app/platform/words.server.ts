import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { createIntl, createIntlCache } from 'react-intl'
import { localeOf } from './languages'

export { directionOf } from './languages'
export { areasFor } from './words-by-address'
export { languageCookie, languageOf, likedLanguages } from './words-language.server'

/** A sentence without gaps is a string; one with values is parsed here, so that no browser has to carry the parser. */
export type Message = string | MessageFormatElement[]
export type Words = Record<string, Message>
export type WordValues = Record<string, string | number | Date>

const files = import.meta.glob<Record<string, string>>('../words/*/*.json', { eager: true, import: 'default' })
const baseLanguage = 'en'

const parsedAreas = new Map<string, Words>()
const intlCache = createIntlCache()

/** The words of some areas in one language, with the town's own wordings over them. Pages send these to the browser. */
export function wordsFor(language: string, areas: readonly string[], overrides: Record<string, string> = {}): Words {
  const words: Words = Object.assign({}, ...areas.map((area) => areaWords(language, area)))
  for (const [key, wording] of Object.entries(overrides)) {
    const base = words[key]
    if (base !== undefined) words[key] = ownWording(wording, base)
  }
  return words
}

type Telling = { timezone?: string; overrides?: Record<string, string> }

/** One sentence in the language of the person it is for: mails, feeds and everything else that is no page. */
export function translate(
  language: string,
  key: string,
  values: WordValues = {},
  { timezone, overrides }: Telling = {},
) {
  const base = areaWords(language, areaOf(key))[key]
  if (base === undefined) throw new Error(`There are no words for "${key}" in "${language}".`)
  const wording = overrides?.[key]
  const message = wording === undefined ? base : ownWording(wording, base)
  if (typeof message === 'string') return message
  const { intl, messages } = intlOf(language, timezone ?? 'UTC')
  messages[key] = message
  return intl.formatMessage({ id: key }, values)
}

type Kept = { intl: ReturnType<typeof createIntl>; messages: Record<string, MessageFormatElement[]> }
const intls = new Map<string, Kept>()

// One for each language and time zone: making it costs ten times what a sentence does. Each call lays its own sentence in.
function intlOf(language: string, timeZone: string): Kept {
  const at = `${language} ${timeZone}`
  const known = intls.get(at)
  if (known) return known
  const messages: Kept['messages'] = {}
  const settings = { locale: localeOf(language), timeZone, messages, onError: rethrow }
  const made = { intl: createIntl(settings, intlCache), messages }
  intls.set(at, made)
  return made
}

/** What is wrong with a town's own wording, as a reason for the administrator; null when it can be used. */
export function flawInWording(
  language: string,
  key: string,
  wording: string,
): 'unknown-key' | 'not-icu' | 'other-values' | null {
  const base = areaWords(language, areaOf(key))[key]
  if (base === undefined) return 'unknown-key'
  const parsed = parsedOrNull(wording)
  if (parsed === null) return 'not-icu'
  const allowed = namesIn(base)
  return [...namesIn(parsed)].every((name) => allowed.has(name)) ? null : 'other-values'
}

/** The names of the values that a message asks for. */
export function namesIn(message: Message): Set<string> {
  if (typeof message === 'string') return new Set()
  const names = new Set<string>()
  for (const element of message) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue
    names.add(element.value)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) for (const name of namesIn(option.value)) names.add(name)
    }
    if (element.type === TYPE.tag) for (const name of namesIn(element.children)) names.add(name)
  }
  return names
}

// A wording of the town that cannot be read, or asks for values nobody gives, must not break a page: the base wording stands.
function ownWording(wording: string, base: Message): Message {
  const parsed = parsedOrNull(wording)
  if (parsed === null) return base
  const allowed = namesIn(base)
  return [...namesIn(parsed)].every((name) => allowed.has(name)) ? parsed : base
}

function areaWords(language: string, area: string): Words {
  const at = `${language}/${area}`
  const known = parsedAreas.get(at)
  if (known) return known
  const file = files[`../words/${language}/${area}.json`] ?? files[`../words/${baseLanguage}/${area}.json`] ?? {}
  const words = Object.fromEntries(Object.entries(file).map(([key, text]) => [key, parsedMessage(text)]))
  parsedAreas.set(at, words)
  return words
}

// `ignoreTag`: a "<" in a sentence is a sign, never markup; words carry no HTML.
function parsedMessage(text: string): Message {
  const elements = parse(text, { ignoreTag: true })
  if (elements.length === 0) return ''
  const [only] = elements
  return elements.length === 1 && only?.type === TYPE.literal ? only.value : elements
}

function parsedOrNull(text: string): Message | null {
  try {
    return parsedMessage(text)
  } catch {
    return null
  }
}

const areaOf = (key: string) => key.split('.', 1)[0] ?? ''

// A mail with a gap in it must not leave: the job fails, is seen, and is tried again.
function rethrow(error: unknown): never {
  throw error
}
