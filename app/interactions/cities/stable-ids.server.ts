import { createHash } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import { letters, newReference } from '~/platform/tokens.server'

// Letters and ids of imported history come from the city's own identifier: a second import in another place finds the same
// reference, and links to it keep working. Nothing secret hangs on them; these issues are public.
const digest = (...words: string[]) => createHash('sha256').update(words.join('\u0000')).digest()

/** The id that an imported row has everywhere. */
export function stableId(cityKey: string, kind: 'issue' | 'report', originId: string): string {
  const bytes = digest(cityKey, kind, originId).subarray(0, 16)
  // Version 8: an id made to a recipe of one's own (RFC 9562).
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The reference of an imported issue; each try gives another one, for the rare case that two fall together. */
export function stableReference(prefix: string, cityKey: string, originId: string, attempt: number): string {
  let drawn = 0
  return newReference(prefix, (length) => {
    const bytes = digest(cityKey, 'reference', originId, String(attempt), String(drawn++))
    return Array.from({ length }, (_, at) => letters.charAt(bytes.readUInt32BE(at * 4) % letters.length)).join('')
  })
}

/** A reference for each origin id, none of them taken. The ones that were drawn first keep theirs. */
export async function freeReferences(
  tx: Tx,
  prefix: string,
  cityKey: string,
  originIds: readonly string[],
): Promise<Map<string, string>> {
  const given = new Map<string, string>()
  const used = new Set<string>()
  let waiting = [...originIds]
  for (let attempt = 0; waiting.length > 0; attempt++) {
    const drawn = waiting.map((originId) => ({ originId, ref: stableReference(prefix, cityKey, originId, attempt) }))
    const rows = await tx.$queryRaw<{ ref: string; origin_id: string | null }[]>`
      SELECT ref, origin_id FROM issue WHERE ref = ANY(${drawn.map(({ ref }) => ref)}::text[])`
    const owner = new Map(rows.map((row) => [row.ref, row.origin_id]))
    waiting = []
    for (const { originId, ref } of drawn) {
      const isFree = !used.has(ref) && (!owner.has(ref) || owner.get(ref) === originId)
      if (!isFree) waiting.push(originId)
      else given.set(originId, ref)
      used.add(ref)
    }
  }
  return given
}
