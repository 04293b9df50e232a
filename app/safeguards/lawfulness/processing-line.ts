import { newSpanId } from './trace-context'

/** One line of the processing log, field for field as the standard writes it (Logboek Dataverwerkingen, core). */
export type ProcessingLine = {
  trace_id: string
  span_id: string
  parent_span_id?: string
  status: 'Unset' | 'Ok' | 'Error'
  name: string
  /** Milliseconds since 1970. */
  start_time: number
  end_time: number
  resource: { attributes: { 'service.name': string; 'service.version': string } }
  attributes: {
    'dpl.core.processing_activity_id': string
    'dpl.core.data_subject_id'?: string
    'dpl.core.data_subject_id_type'?: string
  }
}

/** How an act ended. A refusal is not an error: nothing broke. */
export type Ending = 'done' | 'refused' | 'cancelled' | 'failed'

export type LoggedAct = {
  /** For people: "Open service request". Never a name or a text that somebody typed. */
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string | null
  startedAt: Date
  endedAt: Date
  ending: Ending
  /** Address of the exact version in the register. */
  activityUri: string
  /** Pseudonyms of the people whose data were touched. Never of the civil servant who acted: that is the audit event's. */
  subjects: readonly string[]
  service: { name: string; version: string }
}

const subjectIdType = 'platform-pseudonym'

/**
 * The lines for one act: one for the act; with two or more people, one for the act and one child line for each of them,
 * because a line may point to at most one person.
 */
export function processingLines(act: LoggedAct, spanId: () => string = newSpanId): ProcessingLine[] {
  const subjects = [...new Set(act.subjects)]
  const [only, second] = subjects
  const parent = act.parentSpanId ?? undefined
  if (second === undefined) return [line(act, act.spanId, parent, only)]
  return [line(act, act.spanId, parent), ...subjects.map((subject) => line(act, spanId(), act.spanId, subject))]
}

/** Writing an audit event is a processing of its own: one child line under the activity of oversight, about no data subject. */
export function auditingLine(act: LoggedAct, activityUri: string, spanId: () => string = newSpanId): ProcessingLine {
  return line({ ...act, name: 'Access auditing', activityUri, ending: 'done' }, spanId(), act.spanId)
}

function line(act: LoggedAct, spanId: string, parentSpanId?: string, subject?: string): ProcessingLine {
  return {
    trace_id: act.traceId,
    span_id: spanId,
    ...(parentSpanId && { parent_span_id: parentSpanId }),
    status: statusOf[act.ending],
    name: act.name,
    start_time: act.startedAt.getTime(),
    // Clocks may step back between two readings; a line never ends before it began.
    end_time: Math.max(act.startedAt.getTime(), act.endedAt.getTime()),
    resource: { attributes: { 'service.name': act.service.name, 'service.version': act.service.version } },
    attributes: {
      'dpl.core.processing_activity_id': act.activityUri,
      ...(subject && { 'dpl.core.data_subject_id': subject, 'dpl.core.data_subject_id_type': subjectIdType }),
    },
  }
}

const statusOf: Record<Ending, ProcessingLine['status']> = {
  done: 'Unset',
  refused: 'Unset',
  cancelled: 'Ok',
  failed: 'Error',
}

/** The same two times for OpenTelemetry, which counts in nanoseconds: as text, because they no longer fit a number. */
export function otlpTimes({ start_time, end_time }: ProcessingLine) {
  const nanoseconds = (milliseconds: number) => (BigInt(milliseconds) * 1_000_000n).toString()
  return { startTimeUnixNano: nanoseconds(start_time), endTimeUnixNano: nanoseconds(end_time) }
}
