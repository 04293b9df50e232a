import { open, readFile, rename } from 'node:fs/promises'
import type { ClientBase } from 'pg'
import { checkpointText, readCheckpoint } from './checkpoint'
import { isSame, rootOf } from './merkle'
import { sha256 } from './node-crypto.server'
import { rootPlan } from './proofs'
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
  await keepBeside(keyFile, note)
  await db.query('INSERT INTO ledger_checkpoint (size, root, note) VALUES ($1, $2, $3)', [
    head.size,
    Buffer.from(head.root),
    note,
  ])
  return note
}

/** Throws `WouldFork` when this database does not continue what was signed last with this key. Ask before the first signature. */
export async function guardAgainstFork(db: ClientBase, keyFile: string): Promise<void> {
  const published = [await readBeside(keyFile), await lastPublished(db)].filter((one) => one !== null)
  const { size } = await treeHead(db)
  for (const one of published) {
    if (one.size > size) throw new WouldFork(`The record here has ${size} entries, and ${one.size} were published.`)
    if (!isSame(await rootAt(db, one.size), one.root))
      throw new WouldFork(`The first ${one.size} entries here are not those that were published.`)
  }
}

/** The root that the tree had at an earlier size, from its tiles. */
export async function rootAt(db: ClientBase, size: number): Promise<Uint8Array> {
  const hashes = []
  for (const position of rootPlan(size)) {
    const { level, index } = tileOf(position, size)
    const { rows } = await db.query<{ hashes: Buffer }>('SELECT hashes FROM ledger_tile WHERE level = $1 AND at = $2', [
      level,
      index,
    ])
    const [tile] = rows
    if (!tile) throw new LedgerBroken(`Tile ${index} of level ${level} is missing.`)
    hashes.push(hashInTile(sha256, position, tile.hashes))
  }
  return rootOf(sha256, hashes)
}

async function lastPublished(db: ClientBase): Promise<TreeHead | null> {
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

// Whole or not at all: written beside, then put in its place.
async function keepBeside(keyFile: string, note: string) {
  const file = keptBeside(keyFile)
  const handle = await open(`${file}.new`, 'w', 0o600)
  await handle.writeFile(note)
  await handle.sync()
  await handle.close()
  await rename(`${file}.new`, file)
}
