import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { entryBundle, readTilePath, type Tile, tileWidth, widthIn } from '~/safeguards/ledger/tiles'
import { anybodyReads } from './anybody'

/** One tile of the ledger (C2SP tlog-tiles): hashes of one level, or the entries themselves. */
export const readTile = defineInteraction({
  ...anybodyReads,
  name: 'ledger.read-tile',
  input: z.object({ path: z.string().max(60) }),
  async handle({ tx, input }): Promise<Uint8Array<ArrayBuffer>> {
    const tile = readTilePath(`tile/${input.path}`)
    if (!tile || !(await isPublished(tx, tile))) throw new NotFound()
    return tile.level === 'entries' ? entriesOf(tx, tile) : hashesOf(tx, { ...tile, level: tile.level })
  },
})

// Nothing is shown that no signed head covers: what stands there could still be lost.
async function isPublished(tx: Tx, { level, index, width }: Tile): Promise<boolean> {
  const [last] = await tx.$queryRaw<{ size: bigint }[]>`SELECT size FROM ledger_checkpoint ORDER BY size DESC LIMIT 1`
  return last !== undefined && width <= widthIn(Number(last.size), level === 'entries' ? 0 : level, index)
}

async function hashesOf(tx: Tx, { level, index, width }: Tile & { level: number }) {
  const [tile] = await tx.$queryRaw<{ hashes: Uint8Array<ArrayBuffer> }[]>`
    SELECT substring(hashes FROM 1 FOR ${width * 32}::int) AS hashes FROM ledger_tile WHERE level = ${level} AND at = ${index}`
  if (!tile) throw new NotFound()
  return tile.hashes
}

async function entriesOf(tx: Tx, { index, width }: Tile) {
  const first = index * tileWidth
  const rows = await tx.$queryRaw<{ entry: Uint8Array<ArrayBuffer> }[]>`
    SELECT e.entry FROM ledger_leaf l JOIN entry e USING (entry_id)
    WHERE l.seq >= ${first} AND l.seq < ${first + width} ORDER BY l.seq`
  if (rows.length !== width) throw new NotFound()
  return entryBundle(rows.map(({ entry }) => entry))
}
