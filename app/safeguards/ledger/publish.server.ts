import { readFile } from 'node:fs/promises'
import type { ClientBase } from 'pg'
import { writeWhole } from '~/platform/whole-file.server'
import { checkpointText, readCheckpoint } from './checkpoint'
import { isSame, rootOf } from './merkle'
import { sha256 } from './node-crypto.server'
import { followPlan, type Position, type ProofPlan, rootPlan } from './proofs'
import { LedgerBroken, type TreeHead, treeHead } from './sequence.server'
import { splitNote } from './signed-note'
import type { Signer } from './signing-key.server'
import { hashInTile, tileOf } from './tiles'

/** Signing would show some people another record than others: the database is older than what was published. */
export class WouldFork extends Error {}

/** The last signed head outside the database, so that a restored backup is found out. */
const keptBeside = (keyFile: string) => `${keyFile}.checkpoint`

/**
 * Signs the tree as it is, if it has grown. The note is on the disk before it is in the database, and there before anybody
 * can read it: what was published once is known here whatever happens to the database. Returns the note, or null.
 */
export async function publish(db: ClientBase, signer: Signer, keyFile: string): Promise<string | null> {
  const head = await treeHead(db)
  const last = await lastPublished(db)
  if (last && last.size === head.size) {
    if (!isSame(last.root, head.root)) throw new LedgerBroken('The tree is not the one that was signed.')
    return null
  }
  if (last && last.size > head.size) throw new WouldFork('The tree is shorter than the one that was signed.')
  const note = signer.signNote(checkpointText({ origin: signer.name, ...head }))
  await writeWhole(keptBeside(keyFile), note)
  await db.query('INSERT INTO ledger_checkpoint (size, root, note) VALUES ($1, $2, $3)', [
    head.size,
    Buffer.from(head.root),
    note,
  ])
  return note
}

/** Throws `WouldFork` when this database does not continue what was signed last with this key. Ask before the first signature. */
export async function guardAgainstFork(db: ClientBase, keyFile: string): Promise<void> {
  for (const one of [await readBeside(keyFile), await lastPublished(db)]) if (one) await expectToContinue(db, one)
}

/** Throws `WouldFork` when the tree here does not begin with one that was published. */
export async function expectToContinue(db: ClientBase, published: TreeHead): Promise<void> {
  const { size } = await treeHead(db)
  if (published.size > size)
    throw new WouldFork(`The record here has ${size} entries, and ${published.size} were published.`)
  if (!isSame(await rootAt(db, published.size), published.root))
    throw new WouldFork(`The first ${published.size} entries here are not those that were published.`)
}

/** The root that the tree had at an earlier size, from its tiles. */
export async function rootAt(db: ClientBase, size: number): Promise<Uint8Array> {
  const [root] = size === 0 ? [] : await hashesOfPlan(db, [rootPlan(size)])
  return root ?? rootOf(sha256, [])
}

/** The hashes of a plan, out of the tiles here. */
export async function hashesOfPlan(db: ClientBase, plan: ProofPlan): Promise<Uint8Array[]> {
  const hashes = new Map<Position, Uint8Array>()
  for (const position of plan.flat()) {
    // Of which size does not matter: a complete tree stands in its tile for good.
    const { level, index } = tileOf(position, Number.MAX_SAFE_INTEGER)
    const { rows } = await db.query<{ hashes: Buffer }>('SELECT hashes FROM ledger_tile WHERE level = $1 AND at = $2', [
      level,
      index,
    ])
    const [tile] = rows
    if (!tile) throw new LedgerBroken(`Tile ${index} of level ${level} is missing.`)
    hashes.set(position, hashInTile(sha256, position, tile.hashes))
  }
  return followPlan(sha256, plan, (position) => hashes.get(position) ?? rootOf(sha256, []))
}

/** The head that was signed last, as this database has it. */
export async function lastPublished(db: ClientBase): Promise<TreeHead | null> {
  const { rows } = await db.query<{ size: string; root: Buffer }>(
    'SELECT size, root FROM ledger_checkpoint ORDER BY size DESC LIMIT 1',
  )
  return rows[0] ? { size: Number(rows[0].size), root: rows[0].root } : null
}

async function readBeside(keyFile: string): Promise<TreeHead | null> {
  try {
    return readCheckpoint(splitNote(await readFile(keptBeside(keyFile), 'utf8')).text)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
