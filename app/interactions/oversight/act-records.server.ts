import type { Tx } from '~/platform/db.server'
import { activityOf } from '~/safeguards/lawfulness/processing-activities'
import { functionsOf, type Staff } from './staff-label.server'

/** One line of the processing log: which activity, about whom by pseudonym. Never who acted. */
export type Line = {
  spanId: string
  parentSpanId: string | null
  status: string
  name: string
  activity: string
  subject: string | null
}

/** Who of the staff did it, on what permission. */
export type Audited = {
  eventType: string
  outcome: string
  staff: Staff | null
  role: string
  purposeOfUse: string
  protocol: string
  breakGlass: { category: string; reason: string } | null
  fields: string[]
  mandate: MandateShown | null
}

export type MandateShown = { id: number; ground: string; validFrom: Date; validUntil: Date; revokedAt: Date | null }

/** What else an act left behind, joined to its entry by trace and moment. */
export type ActRecords = { lines: Line[]; audits: Audited[] }

type Act = { traceId: string; at: Date }

/** The processing lines and audit events of these acts, by trace and moment, in two queries whatever their number. */
export async function recordsOfActs(tx: Tx, acts: readonly Act[]): Promise<(act: Act) => ActRecords> {
  const traces = [...new Set(acts.map(({ traceId }) => traceId))]
  const lines = await tx.processingLine.findMany({ where: { traceId: { in: traces } }, orderBy: { lineId: 'asc' } })
  const audits = await tx.auditEvent.findMany({ where: { traceId: { in: traces } }, orderBy: { eventId: 'asc' } })
  const people = await functionsOf(
    tx,
    audits.map(({ personId }) => personId),
  )
  const mandates = await mandatesOf(
    tx,
    audits.map(({ mandateId }) => mandateId),
  )
  return ({ traceId, at }) => ({
    lines: lines
      .filter((line) => line.traceId === traceId && Number(line.startedAtMs) === at.getTime())
      .map(({ spanId, parentSpanId, status, name, processingActivityId, dataSubjectId }) => ({
        spanId,
        parentSpanId,
        status,
        name,
        // A path of ours, so that the link works whatever address the town had when the line was written.
        activity: processingActivityId.replace(/^https?:\/\/[^/]+/, ''),
        subject: dataSubjectId,
      })),
    audits: audits
      .filter((event) => event.traceId === traceId && event.happenedAt.getTime() === at.getTime())
      .map((event) => ({
        eventType: event.eventType,
        outcome: event.outcomeIndicator,
        staff: event.personId ? (people.get(event.personId) ?? null) : null,
        role: event.role,
        purposeOfUse: event.purposeOfUse,
        protocol: event.protocol,
        breakGlass: event.breakGlass as Audited['breakGlass'],
        fields: event.fields,
        mandate: (event.mandateId && mandates.get(event.mandateId)) || null,
      })),
  })
}

async function mandatesOf(tx: Tx, ids: readonly (number | null)[]): Promise<Map<number, MandateShown>> {
  const known = [...new Set(ids.filter((id): id is number => id !== null))]
  const found = await tx.mandate.findMany({
    where: { id: { in: known } },
    select: { id: true, ground: true, validFrom: true, validUntil: true, revokedAt: true },
  })
  return new Map(found.map((mandate) => [mandate.id, mandate]))
}

/** The legal ground of an act: that of the activity it was declared under. */
export const groundOf = (purpose: string): string | null => activityOf(purpose)?.legalBasis ?? null
