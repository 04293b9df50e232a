import { Prisma, type Tx } from '~/platform/db.server'
import type { Hash } from './merkle'
import { sha256 } from './node-crypto.server'
import { followPlan, inclusionPlan } from './proofs'
import { hashInTile, tileOf } from './tiles'

/** Where an entry stands in the signed record, and the hashes that show it. */
export type Inclusion = { index: number; size: number; path: Hash[]; checkpoint: string; signedAt: Date }

/** The proof that an entry is in the newest signed head; null while it waits for one. `entryId` as the database numbers it. */
export async function inclusionOf(tx: Tx, entryId: bigint): Promise<Inclusion | null> {
  const [at] = await tx.$queryRaw<{ seq: bigint; size: bigint; note: string; made_at: Date }[]>`
    SELECT leaf.seq, head.size, head.note, head.made_at FROM ledger_leaf AS leaf
    CROSS JOIN (SELECT size, note, made_at FROM ledger_checkpoint ORDER BY size DESC LIMIT 1) AS head
    WHERE leaf.entry_id = ${entryId} AND leaf.seq < head.size`
  if (!at) return null
  const index = Number(at.seq)
  const size = Number(at.size)
  return { index, size, path: await pathTo(tx, index, size), checkpoint: at.note, signedAt: at.made_at }
}

// A tile that has grown since begins with what it was: its hashes at this size are its first ones.
async function pathTo(tx: Tx, index: number, size: number): Promise<Hash[]> {
  const plan = inclusionPlan(index, size)
  const tiles = new Map(
    plan.flat().map((position) => {
      const tile = tileOf(position, size)
      return [`${tile.level}/${tile.index}`, tile]
    }),
  )
  if (tiles.size === 0) return []
  const wanted = [...tiles.values()].map(({ level, index: at }) => Prisma.sql`(${level}::smallint, ${at}::bigint)`)
  const rows = await tx.$queryRaw<{ level: number; at: bigint; hashes: Uint8Array }[]>`
    SELECT level, at, hashes FROM ledger_tile WHERE (level, at) IN (${Prisma.join(wanted)})`
  const kept = new Map(rows.map(({ level, at, hashes }) => [`${level}/${at}`, hashes]))
  return followPlan(sha256, plan, (position) => {
    const { level, index: at, width } = tileOf(position, size)
    const hashes = kept.get(`${level}/${at}`)
    if (!hashes) throw new Error(`Tile ${at} of level ${level} is missing.`)
    return hashInTile(sha256, position, hashes.subarray(0, width * 32))
  })
}
