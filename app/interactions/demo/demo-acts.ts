import type { Language } from '~/safeguards/vocabulary'
import type { DemoPersonName } from './demo-people'
import type { DemoPicture } from './demo-pictures.server'

/** What happens after a report, so many hours later. */
export type DemoStep = {
  after: number
  /** The door is meant to say no: what it then writes down is there for oversight to look at. */
  isRefused?: true
} & (
  | { act: 'me-too'; language: Language; text?: string; who?: DemoPersonName; name?: string }
  | { act: 'acknowledge'; by: DemoPersonName; text?: string; takes?: boolean }
  | { act: 'update' | 'question' | 'note'; by: DemoPersonName; text: string }
  | { act: 'plan'; by: DemoPersonName; text: string; inDays: number }
  | {
      act: 'close'
      by: DemoPersonName
      outcome: 'resolved' | 'not-resolved'
      facts: string
      ground: string
      reasons: string
    }
  | { act: 'follow'; who: DemoPersonName }
  /** A civil servant opens the contact details of the first reporter. */
  | { act: 'look'; by: DemoPersonName }
  /** The reporter questions that look; an officer takes the question in hand and asks the civil servant. */
  | { act: 'question-look'; who: DemoPersonName; text: string }
  | { act: 'ask-explanation'; by: DemoPersonName; text: string; reason: string }
)

/** A report of the demo: what somebody saw, where, and what came of it. */
export type DemoIssue = {
  /** Hours before the demo is loaded. */
  ago: number
  category: string
  /** A crossing, address or landmark as people type it. */
  at: string
  language: Language
  text: string
  answers?: Record<string, string | string[]>
  picture?: DemoPicture
  /** Who reports: one of the demo's people, somebody who leaves a name, or nobody in particular. */
  who?: DemoPersonName
  name?: string
  steps?: DemoStep[]
}
