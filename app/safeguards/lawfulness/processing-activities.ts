import type { ProcessingActivity } from '../check'
import { languages } from '../vocabulary'

/** Everything the town must be able to say about one use of personal data (GDPR 30), as keys into `words/<language>/activity.json`. */
export type RegisteredActivity = ProcessingActivity & {
  id: ProcessingActivityId
  /** Whose data. */
  dataSubjects: readonly string[]
  /** Which data, and how long each is kept (ISO 8601 duration, counted from what `activity.<id>.kept` says). */
  personalData: readonly { category: string; retention: string }[]
  /** Who else gets to see them. */
  recipients: readonly string[]
  /** How they are protected. */
  measures: readonly string[]
}

export const processingActivityIds = [
  'maintain-public-space',
  'keep-people-informed',
  'resident-accounts',
  'staff-accounts',
  'deliver-letters',
  'oversight',
  'security-of-the-platform',
  'imported-history',
  'demo',
] as const
export type ProcessingActivityId = (typeof processingActivityIds)[number]

// A change of anything below raises `version`; a change of the words of a notice raises the notice's version as well, so that
// each line of the processing log points to exactly what was in force.
const from = new Date('2026-01-01T00:00:00Z')
const noticeIn = (version: string) => ({ version, languages })

const declared: Record<ProcessingActivityId, Omit<RegisteredActivity, 'id' | 'name' | 'purpose'>> = {
  'maintain-public-space': {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-e-public-interest',
    purposesOfUse: ['handle-report', 'answer-resident', 'take-report-for-resident', 'moderate-content'],
    compatiblePurposes: ['statistics', 'archiving'],
    dataSubjects: ['reporter', 'person-in-report'],
    personalData: [
      { category: 'contact', retention: 'P1Y' },
      { category: 'report', retention: 'P5Y' },
      { category: 'photo', retention: 'P5Y' },
    ],
    recipients: ['public', 'civil-servants', 'other-body'],
    measures: ['door', 'own-key', 'mandate', 'photo-cleaned', 'text-checked'],
    notice: noticeIn('1'),
  },
  'keep-people-informed': {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-a-consent',
    purposesOfUse: ['send-news'],
    dataSubjects: ['follower'],
    personalData: [
      { category: 'mail-address', retention: 'P0D' },
      { category: 'followed', retention: 'P0D' },
    ],
    recipients: ['mail-carrier'],
    measures: ['door', 'own-key', 'confirmed-by-mail'],
    notice: noticeIn('1'),
  },
  'resident-accounts': {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-e-public-interest',
    purposesOfUse: ['show-own-data', 'sign-in'],
    dataSubjects: ['account-holder'],
    personalData: [
      { category: 'mail-address', retention: 'P2Y' },
      { category: 'session', retention: 'P90D' },
    ],
    recipients: ['mail-carrier'],
    measures: ['door', 'own-key', 'sign-in-link'],
    notice: noticeIn('1'),
  },
  'staff-accounts': {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-e-public-interest',
    purposesOfUse: ['manage-staff', 'sign-in'],
    dataSubjects: ['staff'],
    personalData: [
      { category: 'staff-name', retention: 'P1Y' },
      { category: 'mandate', retention: 'P10Y' },
      { category: 'session', retention: 'P30D' },
    ],
    recipients: ['administrators', 'oversight'],
    measures: ['door', 'own-key', 'two-step', 'password-hashed'],
    notice: noticeIn('1'),
  },
  'deliver-letters': {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-e-public-interest',
    purposesOfUse: ['deliver-letters'],
    dataSubjects: ['reporter', 'follower', 'account-holder'],
    personalData: [{ category: 'letter', retention: 'P1Y' }],
    recipients: ['administrators', 'mail-carrier'],
    measures: ['door', 'own-key'],
    notice: noticeIn('1'),
  },
  oversight: {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-c-legal-obligation',
    purposesOfUse: ['review-access', 'review-decisions', 'answer-access-request'],
    dataSubjects: ['staff', 'reporter', 'account-holder'],
    personalData: [
      { category: 'record-of-acts', retention: 'P10Y' },
      { category: 'question', retention: 'P10Y' },
    ],
    recipients: ['oversight', 'person-concerned'],
    measures: ['door', 'insert-only', 'pseudonym', 'separate-role'],
    notice: noticeIn('1'),
  },
  'security-of-the-platform': {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-c-legal-obligation',
    purposesOfUse: ['protect-platform'],
    dataSubjects: ['visitor', 'account-holder', 'staff'],
    personalData: [
      { category: 'address-hash', retention: 'P1D' },
      { category: 'session', retention: 'P90D' },
    ],
    recipients: ['administrators'],
    measures: ['hash-changes-daily', 'no-tracking'],
    notice: noticeIn('1'),
  },
  'imported-history': {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-e-public-interest',
    purposesOfUse: ['show-history', 'statistics'],
    dataSubjects: ['person-in-report'],
    personalData: [{ category: 'old-report', retention: 'P10Y' }],
    recipients: ['public'],
    measures: ['door', 'no-contact-imported', 'file-fingerprint'],
    notice: noticeIn('1'),
  },
  demo: {
    version: 1,
    validFrom: from,
    legalBasis: 'A6-1-e-public-interest',
    purposesOfUse: ['show-demo'],
    dataSubjects: ['invented'],
    personalData: [{ category: 'invented', retention: 'P0D' }],
    recipients: ['public'],
    measures: ['loopback-only'],
    notice: noticeIn('1'),
  },
}

/** The register of processing activities: what the town may do with whose data. The page `/register` is made from it. */
export const processingActivities: readonly RegisteredActivity[] = Object.freeze(
  processingActivityIds.map((id) =>
    Object.freeze({ id, name: `activity.${id}.name`, purpose: `activity.${id}.purpose`, ...declared[id] }),
  ),
)

const byId = new Map<string, RegisteredActivity>(processingActivities.map((activity) => [activity.id, activity]))

/** The activity with this id. Undefined when the register has none: the door then refuses (L01). */
export const activityOf = (id: string): RegisteredActivity | undefined => byId.get(id)

/** The address that a line of the processing log gives for exactly this version. */
export const activityUri = (baseUrl: string, { id, version }: Pick<ProcessingActivity, 'id' | 'version'>) =>
  `${baseUrl.replace(/\/$/, '')}/register/activities/${id}/versions/${version}`

/** The parts of a notice, in the order in which a person reads them. Each is a key; all of them take `{town}`. */
export function noticeOf({ id, legalBasis }: RegisteredActivity) {
  return [
    { part: 'who', words: 'activity.notice.who' },
    { part: 'why', words: `activity.${id}.why` },
    { part: 'ground', words: `activity.ground.${legalBasis}` },
    { part: 'seen-by', words: `activity.${id}.seen-by` },
    { part: 'kept', words: `activity.${id}.kept` },
    { part: 'rights', words: 'activity.notice.rights' },
    { part: 'complain', words: 'activity.notice.complain' },
  ] as const
}
