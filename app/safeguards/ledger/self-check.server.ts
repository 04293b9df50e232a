import type { ClientBase } from 'pg'
import { isSame } from './merkle'
import { checkSignature, sha256 } from './node-crypto.server'
import { lastPublished, WouldFork } from './publish.server'
import { LedgerBroken, treeHead } from './sequence.server'
import { entryBundle, readTilePath, tileWidth } from './tiles'
import { LogIsWrong, type LogReader, verifyFully, verifyRoot } from './verify-log'

/**
 * Checks every byte of the record in this database as a stranger would from outside: entries, hashes, tiles, and the row
 * that says how the tree goes on. Notes that all is well and up to where. Throws `LedgerBroken` with the first wrong thing.
 */
export async function checkOwnRecord(db: ClientBase, signal?: AbortSignal): Promise<void> {
  const head = await lastPublished(db)
  if (!head) return
  const log = logIn(db)
  try {
    await verifyFully(log, { origin: '', ...head }, () => signal?.throwIfAborted())
    const now = await treeHead(db)
    await verifyRoot(log, { origin: '', ...now })
  } catch (error) {
    if (error instanceof LogIsWrong) throw new LedgerBroken(error.message)
    throw error
  }
  await db.query(
    'UPDATE ledger_health SET checked_at = now(), checked_size = $1, trouble = NULL, first_wrong = NULL, trouble_since = NULL',
    [head.size],
  )
}

/** Notes what is wrong with the record, so that the application decides nothing more on it. Other errors are not about the record. */
export async function noteTrouble(db: ClientBase, error: unknown): Promise<void> {
  const trouble = error instanceof WouldFork ? 'fork' : error instanceof LedgerBroken ? 'broken' : null
  if (trouble)
    await db.query(
      'UPDATE ledger_health SET trouble = $1, first_wrong = $2, trouble_since = coalesce(trouble_since, now())',
      [trouble, (error as Error).message],
    )
}

/** True when the record was found to be wrong, and nobody has found it in order since. */
export async function isInTrouble(db: ClientBase): Promise<boolean> {
  const { rows } = await db.query<{ trouble: string | null }>('SELECT trouble FROM ledger_health')
  return rows[0]?.trouble != null
}

/** The record as a log of files, read from the database of the sequencer. */
function logIn(db: ClientBase): LogReader {
  return {
    sha256,
    check: checkSignature,
    async file(path) {
      const tile = readTilePath(path)
      if (!tile) throw new Error(`${path} is no file of a log.`)
      return tile.level === 'entries' ? entriesAt(db, tile) : hashesAt(db, { ...tile, level: tile.level })
    },
  }
}

async function entriesAt(db: ClientBase, { index, width }: { index: number; width: number }) {
  const first = index * tileWidth
  const { rows } = await db.query<{ seq: string; entry: Buffer; leaf_hash: Buffer; own_hash: Buffer }>(
    `SELECT l.seq, e.entry, l.leaf_hash, e.leaf_hash AS own_hash FROM ledger_leaf l JOIN entry e USING (entry_id)
     WHERE l.seq >= $1 AND l.seq < $2 ORDER BY l.seq`,
    [first, first + width],
  )
  const odd = rows.find(({ leaf_hash, own_hash }) => !isSame(leaf_hash, own_hash))
  if (odd) throw new LogIsWrong(`Entry ${odd.seq} and its place in the tree do not belong together.`)
  return entryBundle(rows.map(({ entry }) => entry))
}

async function hashesAt(db: ClientBase, { level, index, width }: { level: number; index: number; width: number }) {
  const { rows } = await db.query<{ hashes: Buffer }>('SELECT hashes FROM ledger_tile WHERE level = $1 AND at = $2', [
    level,
    index,
  ])
  const [tile] = rows
  if (!tile) throw new LogIsWrong(`Tile ${index} of level ${level} is missing.`)
  return tile.hashes.subarray(0, width * 32)
}
