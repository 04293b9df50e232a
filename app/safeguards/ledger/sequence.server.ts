import type { ClientBase } from 'pg'
import { append, type Frontier, isSame, leafHash, rootOf } from './merkle'
import { sha256 } from './node-crypto.server'
import { growingTiles, growTiles, type KeptTile } from './tile-growth'

/** The record has been tampered with, or the database has lost part of it. Nothing is signed any more. */
export class LedgerBroken extends Error {}

export type TreeHead = { size: number; root: Uint8Array }
type Taken = { entry_id: string; entry: Buffer; leaf_hash: Buffer }

const mostAtOnce = 4_096

/**
 * Takes waiting entries into the tree, in one transaction: all of what it does, or nothing. Entries leave the queue by being
 * deleted, so that one whose transaction ended late is not overlooked. Returns how many. Throws `LedgerBroken` for an entry
 * that is not what was written.
 */
export async function sequenceOnce(db: ClientBase): Promise<number> {
  await db.query('BEGIN')
  try {
    const { size, frontier } = await lockTree(db)
    const { rows } = await db.query<Taken>(
      `WITH taken AS (DELETE FROM entry_pending
         WHERE entry_id IN (SELECT entry_id FROM entry_pending ORDER BY entry_id LIMIT $1) RETURNING entry_id)
       SELECT e.entry_id, e.entry, e.leaf_hash FROM taken JOIN entry e USING (entry_id) ORDER BY e.entry_id`,
      [mostAtOnce],
    )
    if (rows.length > 0) await grow(db, size, frontier, rows)
    await db.query('COMMIT')
    return rows.length
  } catch (error) {
    await db.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function grow(db: ClientBase, size: number, frontier: Frontier, rows: readonly Taken[]) {
  const leaves = rows.map(({ entry_id, entry, leaf_hash }) => {
    const leaf = leafHash(sha256, entry)
    if (!isSame(leaf, leaf_hash)) throw new LedgerBroken(`Entry ${entry_id} is not what was written.`)
    return leaf
  })
  const kept = await tilesAt(db, growingTiles(size))
  const tiles = growTiles(sha256, size, leaves, kept)
  const grown = leaves.reduce<Frontier>((before, leaf, at) => append(sha256, before, size + at, leaf), frontier)
  await db.query(
    `INSERT INTO ledger_leaf (seq, entry_id, leaf_hash)
     SELECT $1::bigint + n - 1, entry_id, leaf_hash FROM unnest($2::bigint[], $3::bytea[]) WITH ORDINALITY AS l (entry_id, leaf_hash, n)`,
    [size, rows.map(({ entry_id }) => entry_id), leaves.map((leaf) => Buffer.from(leaf))],
  )
  await db.query(
    `INSERT INTO ledger_tile (level, at, hashes)
     SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[])
     ON CONFLICT (level, at) DO UPDATE SET hashes = excluded.hashes`,
    [tiles.map(({ level }) => level), tiles.map(({ at }) => at), tiles.map(({ hashes }) => Buffer.from(hashes))],
  )
  await db.query('UPDATE ledger_tree SET size = $1, frontier = $2::bytea[]', [
    size + leaves.length,
    grown.map((hash) => Buffer.from(hash)),
  ])
}

async function lockTree(db: ClientBase): Promise<{ size: number; frontier: Frontier }> {
  const { rows } = await db.query<{ size: string; frontier: Buffer[] }>(
    'SELECT size, frontier FROM ledger_tree FOR UPDATE',
  )
  const [tree] = rows
  if (!tree) throw new LedgerBroken('The tree is gone.')
  return { size: Number(tree.size), frontier: tree.frontier }
}

async function tilesAt(db: ClientBase, wanted: readonly { level: number; at: number }[]): Promise<KeptTile[]> {
  const { rows } = await db.query<{ level: number; at: string; hashes: Buffer }>(
    `SELECT t.level, t.at, t.hashes FROM ledger_tile t
     JOIN unnest($1::smallint[], $2::bigint[]) AS w (level, at) ON t.level = w.level AND t.at = w.at`,
    [wanted.map(({ level }) => level), wanted.map(({ at }) => at)],
  )
  return rows.map(({ level, at, hashes }) => ({ level, at: Number(at), hashes }))
}

/** How large the tree is now, and its root. */
export async function treeHead(db: ClientBase): Promise<TreeHead> {
  const { rows } = await db.query<{ size: string; frontier: Buffer[] }>('SELECT size, frontier FROM ledger_tree')
  const [tree] = rows
  if (!tree) throw new LedgerBroken('The tree is gone.')
  return { size: Number(tree.size), root: rootOf(sha256, tree.frontier) }
}
