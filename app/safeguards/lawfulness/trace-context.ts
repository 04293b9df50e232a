/** Where an act stands in a chain of acts: W3C Trace Context, version 00. */
export type TraceContext = { traceId: string; parentSpanId: string | null; isSampled: boolean }

// Four fixed-length parts; a later version may append more, which we ignore as the standard asks.
const traceparentForm = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** Reads a `traceparent` header. Null for anything that is not exactly what the standard allows. */
export function parseTraceparent(header: string | null | undefined): TraceContext | null {
  const [, version, traceId, parentSpanId, flags, rest] = traceparentForm.exec(header?.trim() ?? '') ?? []
  if (!version || !traceId || !parentSpanId || !flags || version === 'ff') return null
  if (version === '00' && rest !== undefined) return null
  if (/^0+$/.test(traceId) || /^0+$/.test(parentSpanId)) return null
  return { traceId, parentSpanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}

/** The trace to go on with, or a new one when none came along or it could not be read. */
export function traceFrom(header: string | null | undefined): TraceContext {
  return parseTraceparent(header) ?? { traceId: newTraceId(), parentSpanId: null, isSampled: true }
}

/** The header to send along when we call somebody else. Always sampled: the processing log leaves no line out. */
export const formatTraceparent = (traceId: string, spanId: string) => `00-${traceId}-${spanId}-01`

export const newTraceId = () => randomHex(16)
export const newSpanId = () => randomHex(8)

function randomHex(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  const hex = Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return /^0+$/.test(hex) ? randomHex(bytes) : hex
}
