import type { AuditedAct } from '../integrity/audit-event'
import { auditEvent } from '../integrity/audit-event'
import { mandateCovering } from '../integrity/mandate.check'
import { activityOf } from '../lawfulness/processing-activities'
import { isPersonal } from '../vocabulary'
import type { ActToRecord } from './records.server'

/** The audit event of a staff member's act as its table keeps it. */
export function auditOf({ interaction, actor, circumstances, about, facts, problem }: ActToRecord, spanId: string) {
  const mandate = facts?.mandate && mandateCovering(facts.mandate.held, { ...facts.mandate, now: circumstances.now })
  const touched = Object.entries(interaction.touches).filter(([subject]) => isPersonal(subject))
  const fields = touched.flatMap(([subject, names]) => (names ?? []).map((name) => `${subject}.${name}`))
  const breakGlass = facts?.access?.breakGlass
  const act: AuditedAct = {
    traceId: circumstances.traceId,
    spanId,
    type: interaction.effect === 'read' ? 'read' : typeOf(interaction.name),
    happenedAt: circumstances.now,
    ending: problem ? 'refused' : 'done',
    actor: { id: actor.id ?? '', role: actor.role },
    purposeOfUse: facts?.purposeOfUse ?? activityOf(interaction.purpose)?.purposesOfUse[0] ?? interaction.purpose,
    object: { ...about.object, fields, hasContact: interaction.touches.contact !== undefined },
    protocol: protocolOf(facts?.access?.relation, mandate?.id),
    ...(breakGlass && { breakGlass }),
  }
  const event = auditEvent(act)
  return {
    traceId: event.trace_id,
    spanId: event.span_id,
    type: event.eventTypeCode,
    outcome: event.eventOutcomeIndicator,
    personId: act.actor.id,
    role: act.actor.role,
    purposeOfUse: act.purposeOfUse,
    protocol: event.autorisatieProtocol,
    mandateId: mandate?.id ?? null,
    breakGlass: event.breakGlass,
    objectType: about.object.type,
    objectRef: about.object.ref,
    fields: event.participants[0]?.participantObjectDetail ?? [],
  }
}

const creating = /\.(report|create|make|add|grant|invite|declare|write)$/
const typeOf = (name: string) => (creating.test(name) ? 'create' : 'update')

function protocolOf(relation: string | undefined, mandateId: number | undefined): string {
  if (relation && relation !== 'none') return relation
  return mandateId === undefined ? 'role' : `mandate:${mandateId}`
}
