import type { Language, LegalBasis, MandateAct, PublicValue, Role, Touches } from './vocabulary'

/** What a check can find. In doubt a check blocks; statistical checks never block a resident. */
export type Outcome = 'pass' | 'warn' | 'block' | 'insufficient_data' | 'not_applicable'

/** A recorded competence: which acts, for which categories and areas (empty list = all), from when until when. */
export type Mandate = {
  id: number
  acts: readonly MandateAct[]
  categories: readonly string[]
  areas: readonly string[]
  validFrom: Date
  validUntil: Date
}

/** What is on record about a processing activity (GDPR article 30 plus legal basis). */
export type ProcessingActivity = {
  id: string
  version: number
  name: string
  purpose: string
  legalBasis: LegalBasis
  validFrom: Date
  validUntil?: Date
  /** Purposes a staff member may name when reading under this activity. The first is the default. */
  purposesOfUse: readonly string[]
  /** Other purposes that the law calls compatible (statistics, archiving): allowed with a reason, and shown to oversight. */
  compatiblePurposes?: readonly string[]
  /** Information notice shown to people (GDPR article 13), by language; the version changes when the text does. */
  notice?: { version: string; languages: readonly Language[] }
}

/** A decision as it is about to be recorded (L08). */
export type DecisionDraft = {
  facts: string
  ground: string
  reasons: string
  redress: { body: string; termDays: number; address: string }
}

/** Why a staff member's look at personal data is allowed (I03). */
export type CaseRelation = 'assigned' | 'same-mandate' | 'own-department' | 'none'

/** All that a check may know. Facts are gathered before checks run; a check is a pure function of them. */
export type Facts = {
  interaction: string
  touches: Touches
  legalBasis: LegalBasis
  now: Date
  actor: { id: string | null; role: Role }
  activity: ProcessingActivity | undefined
  /** Consent of the person concerned, where the basis is consent. */
  consent?: 'given' | 'withdrawn' | 'none'
  /** Purpose that a staff member names for a read or export, and reason if it differs from the activity's. */
  purposeOfUse?: string
  purposeReason?: string
  /** Free text a resident or civil servant is about to publish, by field name. */
  freeText?: Record<string, string>
  /** True when the person has seen the warning about sensitive words and still wants to send. */
  keptSensitiveText?: boolean
  /** Notice the person was shown: version and language. Undefined when none was shown. */
  noticeShown?: { version: string; language: Language }
  /** Set when this interaction collects personal data from the person themselves (GDPR 13 applies). */
  collectsFromPerson?: boolean
  decision?: DecisionDraft
  /** Reports or comments of this very staff member on the case, home area, declared interest. */
  interests?: {
    reportedThisIssue: boolean
    livesInArea: boolean
    declared: boolean
    waivedBy: string | null
    /** It is their own act that is judged here. Nobody can waive that. */
    isAboutOneself?: boolean
  }
  /** Who made the thing that is now approved (I02). */
  fourEyes?: { authorId: string; approverId: string; approverOpenedLastVersion: boolean }
  /** Set when a staff member opens personal data of somebody else. */
  access?: { relation: CaseRelation; breakGlass?: { category: string; reason: string } }
  /** The competence this act needs and the mandates the actor holds. Absent when the act needs none. */
  mandate?: { act: MandateAct; category: string | null; area: string | null; held: readonly Mandate[] }
  /** How the record of acts stands (I05): what is wrong with it, if anything. Gathered for decisions. */
  record?: { trouble: 'broken' | 'fork' | null }
}

/** What a check says: an outcome, a key into the words (`check.L08.reasons-missing`), and values for it (never personal data). */
export type CheckAnswer = { outcome: Outcome; explanation: string; values?: Record<string, string | number> }

/** An executable rule with its source. `appliesTo` is cheap and decides whether `run` is asked at all. */
export type Check = {
  id: `${'L' | 'E' | 'I'}${number}`
  version: number
  name: string
  value: PublicValue
  when: string
  source: string
  appliesTo: (facts: Facts) => boolean
  run: (facts: Facts) => CheckAnswer
}

export type CheckResult = CheckAnswer & { id: Check['id']; version: number }

/** Declares a check; exists so that a check with a missing field does not compile. */
export const defineCheck = (check: Check): Check => Object.freeze(check)
