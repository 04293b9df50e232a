import { pseudonymOf } from '../integrity/pseudonym.server'
import { activityOf, activityUri } from '../lawfulness/processing-activities'
import { auditingLine, type ProcessingLine, processingLines } from '../lawfulness/processing-line'
import { isPersonal, staffRoles } from '../vocabulary'
import type { ActToRecord } from './records.server'

const service = { name: 'meent', version: '1' }

/** The lines of the processing log for an act: one per person whose data it touched, none when it touched nobody's. */
export function linesOf(act: ActToRecord, spanId: string, baseUrl: string, endedAt: Date): ProcessingLine[] {
  const { interaction, actor, circumstances, about, problem } = act
  const subjects = [...new Set(about.subjects ?? [])]
  const touchesSomebody = subjects.length > 0 || Object.keys(interaction.touches).some(isPersonal)
  const logged = {
    name: interaction.name,
    traceId: circumstances.traceId,
    spanId,
    startedAt: circumstances.now,
    endedAt,
    ending: problem ? ('refused' as const) : ('done' as const),
    activityUri: uriOf(baseUrl, interaction.purpose),
    subjects: subjects.map(pseudonymOf),
    service,
  }
  const lines = touchesSomebody ? processingLines(logged) : []
  // Keeping the audit event of a staff member is itself a use of that person's data.
  if (staffRoles.includes(actor.role) && actor.id) lines.push(auditingLine(logged, uriOf(baseUrl, 'oversight')))
  return lines
}

function uriOf(baseUrl: string, purpose: string): string {
  const activity = activityOf(purpose)
  // L01 refuses an act without an activity; its record still has to say what was asked for.
  return activity ? activityUri(baseUrl, activity) : `${baseUrl}/register#${purpose}`
}
