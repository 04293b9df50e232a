import { expect, test } from 'vitest'
import { activityOf, activityUri } from './processing-activities'
import { auditingLine, type LoggedAct, otlpTimes, processingLines } from './processing-line'

const act: LoggedAct = {
  name: 'Open service request',
  traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  spanId: '00f067aa0ba902b7',
  parentSpanId: '53995c3f42cd8ad8',
  startedAt: new Date(1767603600000),
  endedAt: new Date(1767603600120),
  ending: 'done',
  activityUri: 'https://register.example/processing_activities/7/versions/3',
  subjects: ['ps:9f2c'],
  service: { name: 'case-api', version: '0.1.0' },
}
const subjectOf = (line: { attributes: Record<string, string | undefined> }) =>
  line.attributes['dpl.core.data_subject_id']

test('staff open a report of one resident: one line, field for field as the standard has it', () => {
  expect(processingLines(act)).toEqual([
    {
      trace_id: '4bf92f3577b34da6a3ce929d0e0e4736',
      span_id: '00f067aa0ba902b7',
      parent_span_id: '53995c3f42cd8ad8',
      status: 'Unset',
      name: 'Open service request',
      start_time: 1767603600000,
      end_time: 1767603600120,
      resource: { attributes: { 'service.name': 'case-api', 'service.version': '0.1.0' } },
      attributes: {
        'dpl.core.processing_activity_id': 'https://register.example/processing_activities/7/versions/3',
        'dpl.core.data_subject_id': 'ps:9f2c',
        'dpl.core.data_subject_id_type': 'platform-pseudonym',
      },
    },
  ])
})

test('two people in one act: two child spans in the same trace', () => {
  let n = 0
  const lines = processingLines({ ...act, subjects: ['ps:1', 'ps:2'] }, () => `aaaaaaaaaaaaaaa${++n}`)
  expect(lines.map(({ span_id, parent_span_id }) => [span_id, parent_span_id])).toEqual([
    ['00f067aa0ba902b7', '53995c3f42cd8ad8'],
    ['aaaaaaaaaaaaaaa1', '00f067aa0ba902b7'],
    ['aaaaaaaaaaaaaaa2', '00f067aa0ba902b7'],
  ])
  expect(lines.map(subjectOf)).toEqual([undefined, 'ps:1', 'ps:2'])
  expect(new Set(lines.map(({ trace_id }) => trace_id)).size).toBe(1)
})

test('the same person twice is one person, and nobody is one line without a person', () => {
  expect(processingLines({ ...act, subjects: ['ps:1', 'ps:1'] }).map(subjectOf)).toEqual(['ps:1'])
  const [line, ...more] = processingLines({ ...act, subjects: [], parentSpanId: null })
  expect(more).toEqual([])
  expect(line).not.toHaveProperty('parent_span_id')
  expect(line?.attributes).toEqual({ 'dpl.core.processing_activity_id': act.activityUri })
})

test('a refusal is no error, a fault is', () => {
  const status = (ending: LoggedAct['ending']) => processingLines({ ...act, ending })[0]?.status
  expect([status('done'), status('refused'), status('cancelled'), status('failed')]).toEqual([
    'Unset',
    'Unset',
    'Ok',
    'Error',
  ])
})

test('spans that nobody handed in are 16 hex digits and differ', () => {
  const ids = processingLines({ ...act, subjects: ['ps:1', 'ps:2', 'ps:3'] }).map(({ span_id }) => span_id)
  expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(4)
})

test('a clock that steps back never ends a line before it began', () => {
  const [line] = processingLines({ ...act, endedAt: new Date(1767603599000) })
  expect(line?.end_time).toBe(1767603600000)
})

test('writing the audit event is a line of its own, about no data subject, also when the act was refused', () => {
  const oversight = activityOf('oversight')
  if (!oversight) throw new Error('The register needs oversight.')
  const line = auditingLine({ ...act, ending: 'failed' }, activityUri('https://town.example/', oversight))
  expect(line).toMatchObject({ name: 'Access auditing', parent_span_id: '00f067aa0ba902b7', status: 'Unset' })
  expect(line.attributes).toEqual({
    'dpl.core.processing_activity_id': 'https://town.example/register/activities/oversight/versions/1',
  })
})

test('a new version of an activity is another address', () => {
  expect(activityUri('https://town.example', { id: 'oversight', version: 2 })).toBe(
    'https://town.example/register/activities/oversight/versions/2',
  )
})

test('for OpenTelemetry the times are a million times larger, to the digit', () => {
  const [line] = processingLines(act)
  expect(line && otlpTimes(line)).toEqual({
    startTimeUnixNano: '1767603600000000000',
    endTimeUnixNano: '1767603600120000000',
  })
})
