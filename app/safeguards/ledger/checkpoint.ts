import { fromBase64, toBase64 } from './base64'
import { type Hash, isSize } from './merkle'

/** The head of the log: how many entries it has, and the one hash that stands for all of them. */
export type Checkpoint = { origin: string; size: number; root: Hash }
export class NotACheckpoint extends Error {}

/** The bytes that are signed (C2SP tlog-checkpoint): origin, size, root, each on its line. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  if (!isSize(size) || root.length !== 32 || !origin || /[\n+\s]/u.test(origin))
    throw new NotACheckpoint('not a checkpoint')
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/** Reads the text of a checkpoint, whoever's it is: an origin may have spaces there, and lines after the root are skipped. */
export function readCheckpoint(text: string): Checkpoint {
  const [, origin = '', digits = '', encoded = ''] = /^([^\n]+)\n(0|[1-9]\d*)\n([^\n]+)\n/.exec(text) ?? []
  const [size, root] = [Number(digits), fromBase64(encoded)]
  if (!origin || !isSize(size)) throw new NotACheckpoint('no origin and size')
  if (root?.length !== 32) throw new NotACheckpoint('the root is not 32 bytes')
  return { origin, size, root }
}
