/** What a finding can be about: one line of a processing log, one entry, one case by its reference, one run of a check. */
export type AboutType = 'line' | 'entry' | 'case' | 'check'

type FindingKind = {
  /** Working days within which oversight answers, where the town sets no other number. */
  days: number
  about: readonly AboutType[]
  /** A person asked and waits for the answer; otherwise a check of ours opened it. */
  isAsked: boolean
  /** What the kind rests on. */
  source: string
}

/** Every kind of finding. Whatever opens one names its kind here, so that all of them stand in one queue. */
export const findingKinds = {
  question: { days: 10, about: ['line'], isAsked: true, source: 'GDPR 15; NEN 7513 ch. 9' },
  'access-review': { days: 10, about: ['line', 'entry', 'case'], isAsked: false, source: 'I04; NEN 7513' },
  'log-completeness': { days: 5, about: ['entry', 'check'], isAsked: false, source: 'I06; Logboek Dataverwerkingen' },
  anomaly: { days: 10, about: ['line', 'entry', 'case', 'check'], isAsked: false, source: 'I08' },
  deadline: { days: 10, about: ['case', 'check'], isAsked: false, source: 'L07, L12; Awb 4:13-4:15' },
} as const satisfies Record<string, FindingKind>

export type FindingKindName = keyof typeof findingKinds
export const findingKindNames = Object.keys(findingKinds) as FindingKindName[]

export const findingStates = ['open', 'asked', 'explained', 'answered', 'closed'] as const
export type FindingState = (typeof findingStates)[number]
/** Oversight still owes an answer: the deadline runs. */
export const unansweredStates = ['open', 'asked', 'explained'] as const satisfies readonly FindingState[]

export const verdicts = ['justified', 'unjustified', 'unclear'] as const
export type Verdict = (typeof verdicts)[number]

/** How many working days oversight has for a finding of this kind, as the town set it. */
export const daysFor = (kind: FindingKindName, set: Partial<Record<FindingKindName, number>>): number =>
  set[kind] ?? findingKinds[kind].days

/** No answer yet, and its last day is over. */
export const isOverdue = ({ state, dueAt }: { state: string; dueAt: Date | string }, now: Date | string): boolean =>
  (unansweredStates as readonly string[]).includes(state) && new Date(dueAt) <= new Date(now)
