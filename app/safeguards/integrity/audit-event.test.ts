import { expect, test } from 'vitest'
import { type AuditedAct, auditEvent } from './audit-event'

const look: AuditedAct = {
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  spanId: '00f067aa0ba902b7',
  type: 'read',
  happenedAt: new Date('2026-01-05T09:00:00Z'),
  ending: 'done',
  actor: { id: '81', role: 'civil-servant' },
  purposeOfUse: 'handle-report',
  object: { type: 'case', ref: '1203' },
  protocol: 'assigned',
}

test('a civil servant opens a case: the event says who, why and on what permission', () => {
  expect(auditEvent(look)).toEqual({
    trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
    span_id: '00f067aa0ba902b7',
    eventTypeCode: 'read',
    eventActionCode: 'R',
    eventDateTime: '2026-01-05T09:00:00.000Z',
    eventOutcomeIndicator: '0',
    users: [{ userID: 'staff:81', roleIDCode: 'civil-servant', purposeOfUse: 'handle-report', userIsRequestor: true }],
    participants: [
      { participantObjectTypeCode: 'case', participantObjectID: 'case:1203', participantObjectSensitivity: 'normal' },
    ],
    autorisatieProtocol: 'assigned',
    breakGlass: null,
  })
})

test('names of opened fields are kept, and emergency access with its reason', () => {
  const event = auditEvent({
    ...look,
    object: { type: 'case', ref: '1203', fields: ['phone', 'mail'], hasContact: true },
    breakGlass: { category: 'danger', reason: 'Gas leak, must warn the reporter' },
  })
  expect(event.participants[0]).toEqual({
    participantObjectTypeCode: 'case',
    participantObjectID: 'case:1203',
    participantObjectSensitivity: 'contact',
    participantObjectDetail: ['mail', 'phone'],
  })
  expect(event.breakGlass).toEqual({ category: 'danger', reason: 'Gas leak, must warn the reporter' })
})

test('a refusal and a fault have their own outcome', () => {
  expect(auditEvent({ ...look, ending: 'refused' }).eventOutcomeIndicator).toBe('4')
  expect(auditEvent({ ...look, ending: 'failed', type: 'execute' })).toMatchObject({
    eventOutcomeIndicator: '8',
    eventActionCode: 'E',
  })
})

test('a resident’s own act is no audit event, and one without a purpose is refused', () => {
  expect(() => auditEvent({ ...look, actor: { id: 'r-1', role: 'resident' } })).toThrow('about staff only')
  expect(() => auditEvent({ ...look, actor: { id: 'x', role: 'system' } })).toThrow('about staff only')
  expect(() => auditEvent({ ...look, purposeOfUse: '' })).toThrow('who, why and on what permission')
  expect(() => auditEvent({ ...look, protocol: '' })).toThrow('who, why and on what permission')
})
