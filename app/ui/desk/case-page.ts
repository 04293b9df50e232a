import type { CasePage } from '~/interactions/cases/open-case.server'

/** What the page of a case knows, as its loader sends it, with the hidden key for whichever form is sent next. */
export type CaseHere = CasePage & { once: string }
export type CaseReport = CaseHere['reports'][number]
export type CaseAround = CaseHere['around'][number]

type Prepared = typeof import('~/interactions/decisions/prepare-decision.server')['prepareDecision']
/** What a decision begins with. */
export type PreparedDecision = Awaited<ReturnType<Prepared['handle']>>
