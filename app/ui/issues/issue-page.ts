import type { ListedIssue } from './issue-list'

type Photo = { id: string; width: number; height: number; alt: string }
type Moment = Date | string
type Answer = { question: string; answer: string | boolean; unit?: string; isDate?: true }

/** What one reporter wrote. */
export type PublicReport = {
  id: string
  description: string
  language: string
  reportedAt: string
  answers: readonly Answer[]
  /** Only where the person asked for it. */
  name: string | null
}

export type PublicDecision = {
  outcome: string
  facts: string
  ground: string
  reasons: string
  redressBody: string
  redressUntil: string
  redressAddress: string
  title: string
  mandateId: number
  isSuperseded: boolean
}

/** What the town published on the issue. */
export type PublicUpdate = {
  id: string
  kind: string
  text: string
  language: string
  authorTitle: string
  plannedFor: string | null
  publishedAt: string
  photos: readonly Photo[]
  decision: PublicDecision | null
}

/** One issue as its page shows it: the answer of the interaction `issue.read`. */
export type PublicIssue = Omit<ListedIssue, 'plannedFor'> & {
  lat: number | null
  lng: number | null
  areaKey: string | null
  isImported: boolean
  originOutcome: string | null
  hasUnknownOriginal: boolean
  hasTimeConflict: boolean
  channels: readonly { channel: string; count: number; firstAt: string }[]
  reports: readonly PublicReport[]
  photos: readonly Photo[]
  updates: readonly PublicUpdate[]
  handling: readonly {
    value: 'lawful' | 'equal' | 'intact'
    outcome: 'pass' | 'warn' | 'block' | 'insufficient_data' | 'not_applicable'
    words: string
    values: Record<string, string | number>
  }[]
  /** Name and outcome in words. */
  checks: readonly { id: string; name: string; outcome: string; count: number }[]
  looks: readonly { role: string; purpose: string; hasContact: boolean; count: number; lastAt: string }[]
  importSha256: string | null
  nearby: readonly ListedIssue[]
  now: Moment
}
