import { env } from '~/platform/env.server'
import { oneLine } from '~/platform/mail.server'
import { translate, type WordValues } from '~/platform/words.server'
import type { Town } from '../town/town.server'
import { letterHtml } from './letter-html'
import { type LetterContent, templateOf } from './templates'

/** A line under the letter: words, and where they lead. */
export type FootLine = { words: string; url?: string }

/** A letter in words, before it is drawn as text or as a page. */
export type LetterParts = {
  language: string
  subject: string
  hello: string
  paragraphs: string[]
  /** What the town wrote, set apart from our own words. */
  quote: string[]
  button: { words: string; url: string; help: string } | null
  signOff: string
  foot: FootLine[]
}

type Reader = { name: string | null; town: Town }

/** The letter in the reader's language, with the town's own wordings. */
export function letterParts(template: string, content: LetterContent, { name, town }: Reader): LetterParts {
  const { language, values, link, endToken } = content
  const { baseUrl } = env()
  const telling = { timezone: town.timezone, overrides: town.settings.wordings[language] ?? {} }
  const all: WordValues = { town: town.name, ...values }
  const t = (key: string, more: WordValues = {}) => translate(language, `mail.${key}`, { ...all, ...more }, telling)
  const { optional = [], task } = templateOf(template) ?? {}
  const kind = footKinds[task ?? 'letter.send']
  const extra = optional.filter((given) => has(values[given])).map((given) => t(`${template}.with.${given}`))
  return {
    language,
    subject: oneLine(t(`${template}.subject`)),
    hello: name ? t('hello-name', { name: oneLine(name) }) : t('hello'),
    paragraphs: [...paragraphsOf(t(`${template}.body`)), ...extra.flatMap(paragraphsOf)],
    quote: typeof values.text === 'string' ? paragraphsOf(values.text) : [],
    button: link ? { words: t(`${template}.action`), url: baseUrl + link, help: t('link-help') } : null,
    signOff: t('sign-off'),
    foot: [
      ...(values.ref ? [{ words: t('foot.about') }] : []),
      { words: t(`foot.${endToken ? 'follow' : kind}`) },
      ...(endToken ? [{ words: t('foot.stop'), url: `${baseUrl}/follow/end/${endToken}` }] : []),
      { words: t('foot.look'), url: `${baseUrl}/me` },
    ],
  }
}

const footKinds = {
  'letter.send': 'report',
  'letter.send-news': 'follow',
  'letter.send-account': 'account',
  'letter.send-staff': 'staff',
  'letter.send-oversight': 'oversight',
} as const

/** The letter as plain text, which every mail program and screen reader can show. */
export function letterText({ hello, paragraphs, quote, button, signOff, foot }: LetterParts): string {
  const parts = [
    hello,
    ...paragraphs,
    ...(quote.length > 0 ? [quote.map((text) => text.replace(/^/gm, '> ')).join('\n>\n')] : []),
    ...(button ? [`${button.words}:\n${button.url}`] : []),
    signOff,
    `--\n${foot.map(({ words, url }) => (url ? `${words}\n${url}` : words)).join('\n\n')}`,
  ]
  return `${parts.join('\n\n')}\n`
}

/** All three forms in which a letter leaves. */
export function drawLetter(parts: LetterParts) {
  return { subject: parts.subject, text: letterText(parts), html: letterHtml(parts) }
}

const has = (value: unknown) => value !== undefined && value !== ''

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
