/** By which task a letter leaves; each is an interaction of its own with its own purpose and legal basis. */
export type LetterTask =
  | 'letter.send'
  | 'letter.send-news'
  | 'letter.send-account'
  | 'letter.send-staff'
  | 'letter.send-oversight'

type Template = {
  task: LetterTask
  /** Paragraphs that are there only when their value is: `mail.<template>.with.<value>`. */
  optional?: readonly string[]
  /** The town owes it to whoever reported, so it goes to every address they left; the others are news, for who confirmed theirs. */
  isOwed?: boolean
  /** Its link lets somebody in, so nobody but the person may see it. */
  hasSecretLink?: boolean
}

/** Every letter the platform writes. Its words are `mail.<template>.subject`, `.body` and, with a link, `.action`. */
export const templates = {
  'report-received': { task: 'letter.send', optional: ['due'] },
  acknowledged: { task: 'letter.send', optional: ['due'] },
  update: { task: 'letter.send' },
  planned: { task: 'letter.send', optional: ['plannedFor'] },
  question: { task: 'letter.send', isOwed: true },
  closed: { task: 'letter.send', optional: ['facts', 'reasons', 'ground', 'redressUntil'], isOwed: true },
  reopened: { task: 'letter.send', isOwed: true },
  moved: { task: 'letter.send' },
  'follow-confirm': { task: 'letter.send-news' },
  'follow-news': { task: 'letter.send-news' },
  'sign-in-link': { task: 'letter.send-account', hasSecretLink: true },
  'sign-in-unknown': { task: 'letter.send-account' },
  'staff-invite': { task: 'letter.send-staff', optional: ['until'], hasSecretLink: true },
  'sign-in-changed': { task: 'letter.send-staff' },
  'look-question-opened': { task: 'letter.send-oversight' },
  'look-question-answered': { task: 'letter.send-oversight' },
  'look-question-closed': { task: 'letter.send-oversight' },
  'explanation-asked': { task: 'letter.send-staff' },
} as const satisfies Record<string, Template>

export type TemplateName = keyof typeof templates
export const templateNames = Object.keys(templates) as TemplateName[]

export const templateOf = (name: string): Template | undefined =>
  Object.hasOwn(templates, name) ? templates[name as TemplateName] : undefined

/** What a letter is filled with. Dates stay dates, so that each reader gets them in their own language. */
export type LetterValues = Record<string, string | number | Date>

/** What is sealed of a letter: everything but the reader's address, which is opened when it leaves. */
export type LetterContent = {
  language: string
  values: LetterValues
  /** Where its button leads: a path of ours. */
  link?: string
  /** The token that ends the follow this letter came from. */
  endToken?: string
}

type Written = Omit<LetterContent, 'values'> & { values: Record<string, string | number | { date: string }> }

/** A letter as text, to be sealed. */
export function contentToText({ values, ...rest }: LetterContent): string {
  const plain = Object.entries(values).map(([name, value]) => [
    name,
    value instanceof Date ? { date: value.toISOString() } : value,
  ])
  return JSON.stringify({ ...rest, values: Object.fromEntries(plain) } satisfies Written)
}

/** The letter back from its text. */
export function contentFromText(text: string): LetterContent {
  const { values, ...rest } = JSON.parse(text) as Written
  const lively = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? new Date(value.date) : value,
  ])
  return { ...rest, values: Object.fromEntries(lively) }
}
