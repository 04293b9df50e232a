import { expect, test } from 'vitest'
import { formatTraceparent, newSpanId, newTraceId, parseTraceparent, traceFrom } from './trace-context'

const trace = '4bf92f3577b34da6a3ce929d0e0e4736'
const span = '00f067aa0ba902b7'

test('a caller’s trace goes on here', () => {
  expect(parseTraceparent(`00-${trace}-${span}-01`)).toEqual({ traceId: trace, parentSpanId: span, isSampled: true })
  expect(parseTraceparent(` 00-${trace}-${span}-00 `)).toEqual({ traceId: trace, parentSpanId: span, isSampled: false })
  expect(parseTraceparent(`01-${trace}-${span}-03-more`)).toEqual({
    traceId: trace,
    parentSpanId: span,
    isSampled: true,
  })
})

test.each([
  ['nothing', null],
  ['an empty header', ''],
  ['a trace of noughts', `00-${'0'.repeat(32)}-${span}-01`],
  ['a span of noughts', `00-${trace}-${'0'.repeat(16)}-01`],
  ['capitals', `00-${trace.toUpperCase()}-${span}-01`],
  ['a short trace', `00-${trace.slice(1)}-${span}-01`],
  ['a version that is forbidden', `ff-${trace}-${span}-01`],
  ['version 00 with more behind it', `00-${trace}-${span}-01-more`],
  ['two headers in one', `00-${trace}-${span}-01,00-${trace}-${span}-01`],
  ['a hostile text', 'x'.repeat(100_000)],
])('%s begins a new trace', (_, header) => {
  expect(parseTraceparent(header)).toBeNull()
  const { traceId, parentSpanId } = traceFrom(header)
  expect(traceId).toMatch(/^[0-9a-f]{32}$/)
  expect(traceId).not.toBe(trace)
  expect(parentSpanId).toBeNull()
})

test('what we send along can be read by others', () => {
  const header = formatTraceparent(trace, span)
  expect(header).toBe(`00-${trace}-${span}-01`)
  expect(parseTraceparent(header)?.parentSpanId).toBe(span)
})

test('every id is new, of the right length and not all noughts', () => {
  const ids = Array.from({ length: 1_000 }, () => newTraceId())
  expect(new Set(ids).size).toBe(1_000)
  expect(ids.every((id) => /^(?!0+$)[0-9a-f]{32}$/.test(id))).toBe(true)
  expect(newSpanId()).toMatch(/^[0-9a-f]{16}$/)
})
