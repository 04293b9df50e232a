import { z } from 'zod'
import { activityOf } from '~/safeguards/lawfulness/processing-activities'

/** What an officer may name as the purpose of a look; the first is meant when none is named. */
export const lookPurposes = ['review-decisions', 'review-access', 'answer-access-request'] as const
export type LookPurpose = (typeof lookPurposes)[number]

/** The purpose as it stands in the address. One that is not in the register is the first, never a refusal to a plain link. */
export const lookPurpose = z.enum(lookPurposes).catch(lookPurposes[0])

/** What every look of oversight declares: by an officer only, recorded itself, and changing nothing. */
export const oversightReading = {
  roles: ['oversight'],
  purpose: 'oversight',
  legalBasis: 'A6-1-c-legal-obligation',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['lawfulness', 'integrity'],
  effect: 'read',
} as const

/** The purpose that the officer named, for the check on purpose and for the audit event. */
export const namedPurpose = async ({ input }: { input: { purpose: LookPurpose } }) => ({ purposeOfUse: input.purpose })

/** For the test that keeps both lists alike. */
export const registeredPurposes = () => activityOf('oversight')?.purposesOfUse ?? []
