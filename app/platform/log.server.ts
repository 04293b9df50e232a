import pino, { type Logger } from 'pino'

let logger: Logger = pino({ level: 'info', base: null })

/** Where lines go and from which level on; once at start. */
export function openLog(level: string) {
  logger = pino({ level, base: null })
}

/** One line for the operator. Never personal data: callers pass codes, counts and paths without values. */
export function log(level: 'error' | 'warn' | 'info' | 'debug', line: string, facts: Record<string, unknown> = {}) {
  logger[level](facts, line)
}

/**
 * What may be said of an error: its kind, its code and where it happened. Messages of the database and of its client
 * quote values that people typed, so only those of plain errors, which are our own sentences, go along.
 */
export function sayError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    kind: error.name,
    ...(code && { code }),
    ...(error.constructor === Error && { said: error.message.split('\n', 1)[0]?.slice(0, 200) }),
    at: frames.slice(0, 6).map((line) => line.trim()),
    ...(error.cause instanceof Error && { cause: error.cause.name }),
  }
}
