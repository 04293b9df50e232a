import { createHmac } from 'node:crypto'
import { env } from '~/platform/env.server'
import { keyFor } from '~/platform/sealing.server'

/** The name a person has in the processing log: the same each time, and nobody without the town's secret can tell whose it is. */
export const pseudonymOf = (personId: string): string =>
  `ps:${createHmac('sha256', keyFor(env().secretKey, 'name people in the processing log')).update(personId).digest('base64url').slice(0, 22)}`
