import { createHmac } from 'node:crypto'
import { env } from '~/platform/env.server'
import { keyFor } from '~/platform/sealing.server'

const letters = 'BCDFGHJKLMNPQRSTVWXZ23456789'

/**
 * What a staff member is called where their name has no place: "K7R-2MD", the same each time. Made with the town's secret,
 * so that nobody can try names until one fits. Without vowels, so that no label is a word.
 */
export function staffLabel(personId: string): string {
  const bytes = createHmac('sha256', keyFor(env().secretKey, 'label staff for oversight')).update(personId).digest()
  const label = [...bytes.subarray(0, 6)].map((byte) => letters[byte % letters.length]).join('')
  return `${label.slice(0, 3)}-${label.slice(3)}`
}
