import { fromBase64, toBase64 } from './base64'
import type { Hash } from './merkle'

/** What an act leaves in a person's hands at once: which entry was written, and by when it stands in the record. */
export type Promised = { origin: string; entryId: string; leaf: Hash; time: string; withinSeconds: number }
export class NotAPromise extends Error {}

/** How long after an act its entry may be missing from the signed record (maximum merge delay of RFC 9162). */
export const withinSeconds = 60

/** The text that is signed, as the text of a C2SP signed note: a line for each thing that is promised. */
export const promiseText = ({ origin, entryId, leaf, time, withinSeconds: within }: Promised): string =>
  `${origin}\nentry ${entryId}\nleaf ${toBase64(leaf)}\ntime ${time}\nwithin ${within}\n`

/** Reads such a text, or refuses it. Who signed it is not looked at here. */
export function readPromise(text: string): Promised {
  const [, origin, entryId, leafText, time, within] =
    /^([^\n]+)\nentry ([0-9a-f-]{36})\nleaf (\S{44})\ntime (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\nwithin ([1-9]\d{0,5})\n$/.exec(
      text,
    ) ?? []
  const leaf = fromBase64(leafText ?? '')
  if (!origin || !entryId || !time || leaf?.length !== 32) throw new NotAPromise('not in the form of a promise')
  return { origin, entryId, leaf, time, withinSeconds: Number(within) }
}
