import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { createIntl, type IntlShape, type MessageFormatElement } from 'react-intl'
import { localeOf } from '~/platform/languages'

export type Messages = Record<string, string | MessageFormatElement[]>
export type WordValues = Record<string, string | number | Date>
export type Translate = ((key: string, values?: WordValues) => string) & {
  intl: IntlShape
  language: string
  timezone: string
}

const WordsContext = createContext<Translate | null>(null)

type WordsProviderProps = { language: string; timezone: string; messages: Messages; children: ReactNode }

/** Gives the page its language: the messages the root loader picked for this address, and the town's own time zone. */
export function WordsProvider({ language, timezone, messages, children }: WordsProviderProps) {
  const translate = useMemo(() => translator(language, timezone, messages), [language, timezone, messages])
  return <WordsContext.Provider value={translate}>{children}</WordsContext.Provider>
}

/** The words of this page: `t('report.place.title')`, `t('issue.reports', { count: 3 })`; `t.intl` formats dates and numbers. */
export function useWords(): Translate {
  const translate = useContext(WordsContext)
  if (!translate) throw new Error('useWords needs a WordsProvider above it')
  return translate
}

function translator(language: string, timezone: string, messages: Messages): Translate {
  const withValues: Record<string, MessageFormatElement[]> = {}
  for (const [key, message] of Object.entries(messages)) if (typeof message !== 'string') withValues[key] = message
  const intl = createIntl({
    locale: localeOf(language),
    timeZone: timezone,
    messages: withValues,
    onError: failLoudly,
  })
  const t = (key: string, values?: WordValues) => {
    // Plain sentences pass by: react-intl would parse each string, and the browser has no parser.
    const message = Object.hasOwn(messages, key) ? messages[key] : undefined
    return typeof message === 'string' ? message : intl.formatMessage({ id: key }, values)
  }
  return Object.assign(t, { intl, language, timezone })
}

// A missing key is a mistake of ours: it must show in tests and in the console, and never as a blank page.
function failLoudly(error: unknown) {
  console.error(error)
}
