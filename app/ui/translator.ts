import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { IntlMessageFormat } from 'intl-messageformat'
import { dateFormat, listFormat, numberFormat } from '~/platform/intl-formats'
import { localeOf } from '~/platform/languages'

export type Messages = Record<string, string | MessageFormatElement[]>
export type WordValues = Record<string, string | number | Date>
export type Translate = ((key: string, values?: WordValues) => string) & {
  intl: Locality
  language: string
  timezone: string
}

/** How numbers, dates and lists are written here. */
export type Locality = {
  locale: string
  formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string
  /** In the town's own time zone, unless the options name another. */
  formatDate: (at: Date | string, options?: Intl.DateTimeFormatOptions) => string
  formatList: (values: readonly string[], options?: Intl.ListFormatOptions) => string
}

// The server draws many pages with the same sentences; what was made of them for one serves the next.
const kept = new WeakMap<Messages, Translate>()

/** Says sentences in one language. For pages and for whatever is drawn without React. */
export function translatorOf(language: string, timezone: string, messages: Messages): Translate {
  const known = kept.get(messages)
  if (known?.language === language && known.timezone === timezone) return known
  const made = translator(language, timezone, messages)
  kept.set(messages, made)
  return made
}

// The engine of react-intl without the rest of it: a third of the code, for sentences that the server has parsed already.
function translator(language: string, timezone: string, messages: Messages): Translate {
  const locale = localeOf(language)
  const intl: Locality = {
    locale,
    formatNumber: (value, options) => numberFormat(locale, options).format(value),
    formatDate: (at, options) => dateFormat(locale, { timeZone: timezone, ...options }).format(new Date(at)),
    formatList: (values, options) => listFormat(locale, options).format(values),
  }
  const formats = new Map<string, IntlMessageFormat>()
  const t = (key: string, values?: WordValues) => {
    const message = Object.hasOwn(messages, key) ? messages[key] : undefined
    if (typeof message === 'string') return message
    // A missing key is a mistake of ours: it must show in tests and in the console, and never as a blank page.
    if (message === undefined) return failed(key, 'There are no words for')
    try {
      const format = formats.get(key) ?? new IntlMessageFormat(message, locale)
      formats.set(key, format)
      return String(format.format(values))
    } catch (error) {
      return failed(key, String(error))
    }
  }
  return Object.assign(t, { intl, language, timezone })
}

function failed(key: string, why: string): string {
  console.error(`${why}: ${key}`)
  return key
}
