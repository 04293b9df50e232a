import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Messages, type Translate, translatorOf } from './translator'

export type { Locality, Messages, Translate, WordValues } from './translator'

const WordsContext = createContext<Translate | null>(null)

type WordsProviderProps = { language: string; timezone: string; messages: Messages; children: ReactNode }

/** Gives the page its language: the messages the root loader picked for this address, and the town's own time zone. */
export function WordsProvider({ language, timezone, messages, children }: WordsProviderProps) {
  const translate = useMemo(() => translatorOf(language, timezone, messages), [language, timezone, messages])
  return <WordsContext.Provider value={translate}>{children}</WordsContext.Provider>
}

/** The words of this page: `t('report.place.title')`, `t('issue.reports', { count: 3 })`; `t.intl` formats dates and numbers. */
export function useWords(): Translate {
  const translate = useContext(WordsContext)
  if (!translate) throw new Error('useWords needs a WordsProvider above it')
  return translate
}
