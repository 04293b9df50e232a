import { readSigned, signValue } from './signed-values.server'

/** The names of the two extra fields in a public form. The first is hidden from people and must come back empty. */
export const trapField = 'second-website'
export const stampField = 'stamp'

const hours = 3_600_000
const longestMs = 24 * hours

/** The hidden value that tells when a form was shown. Works without JavaScript, and asks nobody else. */
export const stampForm = (secret: string, form: string, now: Date): string =>
  signValue(secret, `form: ${form}`, now.getTime(), new Date(now.getTime() + longestMs))

export type HumanCheck = 'likely-human' | 'fell-in-trap' | 'too-fast' | 'not-stamped' | 'stamp-expired'

/**
 * Whether a form was more likely filled in by a person. Never the last word: `stamp-expired` only means that the tab stood
 * open for a day, so show the form again with what was typed and a new stamp.
 */
export function checkHuman(
  secret: string,
  form: string,
  sent: { trap: unknown; stamp: unknown },
  now: Date,
  leastSeconds = 3,
): HumanCheck {
  if (sent.trap !== undefined && sent.trap !== '') return 'fell-in-trap'
  if (typeof sent.stamp !== 'string') return 'not-stamped'
  const stamp = readSigned(secret, `form: ${form}`, sent.stamp, now)
  if (!stamp.isValid) return stamp.why === 'expired' ? 'stamp-expired' : 'not-stamped'
  // Also true for a stamp from the future, which only a clock that jumped back can cause: then one more try after a wait.
  if (now.getTime() - Number(stamp.value) < leastSeconds * 1000) return 'too-fast'
  return 'likely-human'
}
