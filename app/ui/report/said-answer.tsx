import { fullDate } from '../dates'
import { type Translate, useWords } from '../words'

export type Said = { key: string; label: string; isForCaseOnly: boolean } & (
  | { type: 'text'; said: string }
  | { type: 'number'; said: number; unit: string | null }
  | { type: 'date'; said: string }
  | { type: 'yes-no'; said: boolean }
)

/** An answer as people write it: a date in full, a number in the way of their language. */
export function SaidAnswer({ answer }: { answer: Said }) {
  return <bdi>{wordsOf(answer, useWords())}</bdi>
}

function wordsOf(answer: Said, t: Translate): string {
  switch (answer.type) {
    case 'text':
      return answer.said
    case 'number':
      return `${t.intl.formatNumber(answer.said)}${answer.unit ? ` ${answer.unit}` : ''}`
    case 'date':
      // A plain day, the same in every zone.
      return fullDate(new Date(`${answer.said}T00:00:00Z`), { locale: t.intl.locale, timezone: 'UTC' })
    case 'yes-no':
      return t(answer.said ? 'report.yes' : 'report.no')
  }
}
