import { type Role, staffRoles } from '../vocabulary'

/**
 * Who worked with whose data, in which role and why: one per act of a staff member, apart from the processing log and joined
 * to it by trace and span. Field names of NEN 7513. It says that something was done, never what stood there.
 */
export type AuditEvent = {
  trace_id: string
  span_id: string
  eventTypeCode: 'create' | 'read' | 'update' | 'delete' | 'execute'
  eventActionCode: 'C' | 'R' | 'U' | 'D' | 'E'
  eventDateTime: string
  /** 0 done, 4 refused, 8 something broke. */
  eventOutcomeIndicator: '0' | '4' | '8'
  users: [{ userID: string; roleIDCode: Role; purposeOfUse: string; userIsRequestor: true }]
  participants: {
    participantObjectTypeCode: string
    participantObjectID: string
    participantObjectSensitivity: 'normal' | 'contact'
    /** Names of the fields that were opened or changed, never their content. */
    participantObjectDetail?: readonly string[]
  }[]
  /** On which permission it rests: `assigned`, `same-mandate`, `mandate:12`. */
  autorisatieProtocol: string
  breakGlass: { category: string; reason: string } | null
}

export type AuditedAct = {
  traceId: string
  spanId: string
  type: AuditEvent['eventTypeCode']
  happenedAt: Date
  ending: 'done' | 'refused' | 'failed'
  actor: { id: string; role: Role }
  purposeOfUse: string
  object: { type: string; ref: string; fields?: readonly string[]; hasContact?: boolean } | null
  protocol: string
  breakGlass?: { category: string; reason: string }
}

/** Writes down a staff member's act. A resident's own act makes no audit event, and an act without a purpose cannot be one. */
export function auditEvent(act: AuditedAct): AuditEvent {
  if (!staffRoles.includes(act.actor.role)) throw new Error('An audit event is about staff only.')
  if (!act.actor.id || !act.purposeOfUse || !act.protocol)
    throw new Error('An audit event says who, why and on what permission.')
  return {
    trace_id: act.traceId,
    span_id: act.spanId,
    eventTypeCode: act.type,
    eventActionCode: actionCodes[act.type],
    eventDateTime: act.happenedAt.toISOString(),
    eventOutcomeIndicator: outcomeIndicators[act.ending],
    users: [
      {
        userID: `staff:${act.actor.id}`,
        roleIDCode: act.actor.role,
        purposeOfUse: act.purposeOfUse,
        userIsRequestor: true,
      },
    ],
    participants: act.object
      ? [
          {
            participantObjectTypeCode: act.object.type,
            participantObjectID: `${act.object.type}:${act.object.ref}`,
            participantObjectSensitivity: act.object.hasContact ? 'contact' : 'normal',
            ...(act.object.fields?.length && { participantObjectDetail: [...act.object.fields].sort() }),
          },
        ]
      : [],
    autorisatieProtocol: act.protocol,
    breakGlass: act.breakGlass ?? null,
  }
}

const actionCodes = { create: 'C', read: 'R', update: 'U', delete: 'D', execute: 'E' } as const
const outcomeIndicators = { done: '0', refused: '4', failed: '8' } as const
