import type { AnyInteraction } from '~/safeguards/interaction.server'
import type { RegisteredActivity } from '~/safeguards/lawfulness/processing-activities'
import { checksAlways } from './checks-always'

/** One interaction as the register shows it: the declaration, without the parts that act. */
export type InteractionEntry = {
  name: string
  activity: string
  activityVersion: number
  legalBasis: string
  roles: readonly string[]
  ictRole: string
  phase: string
  values: readonly string[]
  effect: 'public-read' | 'read' | 'write'
  mandate: string | null
  /** Subject of the record -> fields. */
  touches: Record<string, readonly string[]>
  /** Checks that run each time, by number. */
  checks: readonly string[]
}

/** What the declaration says, for the page and for machines. */
export function entryOf(declared: AnyInteraction, activityVersion: number): InteractionEntry {
  const { name, purpose, legalBasis, roles, ictRole, phase, values, effect, mandate, touches } = declared
  return {
    name,
    activity: purpose,
    activityVersion,
    legalBasis,
    roles,
    ictRole,
    phase,
    values,
    effect,
    mandate: mandate ?? null,
    touches: touches as Record<string, readonly string[]>,
    checks: checksAlways(declared),
  }
}

/** One processing activity as the register shows it. */
export type ActivityEntry = {
  id: string
  version: number
  legalBasis: string
  validFrom: string
  validUntil: string | null
  dataSubjects: readonly string[]
  personalData: readonly { category: string; retention: string }[]
  recipients: readonly string[]
  measures: readonly string[]
  purposesOfUse: readonly string[]
  compatiblePurposes: readonly string[]
  noticeVersion: string | null
}

/** The activity without its functions, with dates as text. */
export const activityEntryOf = (activity: RegisteredActivity): ActivityEntry => ({
  id: activity.id,
  version: activity.version,
  legalBasis: activity.legalBasis,
  validFrom: activity.validFrom.toISOString(),
  validUntil: activity.validUntil?.toISOString() ?? null,
  dataSubjects: activity.dataSubjects,
  personalData: activity.personalData,
  recipients: activity.recipients,
  measures: activity.measures,
  purposesOfUse: activity.purposesOfUse,
  compatiblePurposes: activity.compatiblePurposes ?? [],
  noticeVersion: activity.notice?.version ?? null,
})
