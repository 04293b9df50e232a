import { type Checkpoint, readCheckpoint } from './checkpoint'
import { type Hash, isConsistent, isSame, leafHash, rootOf, type Sha256 } from './merkle'
import { consistencyPlan, followPlan, type Position, type ProofPlan, rootPlan } from './proofs'
import { type CheckSignature, openNote, type VerifierKey } from './signed-note'
import { growTiles, type KeptTile } from './tile-growth'
import { hashInTile, readEntryBundle, type Tile, tileOf, tilePath, tileWidth } from './tiles'

/** How to get at a log, and what to check it with. `file` throws when there is no such file. */
export type LogReader = { sha256: Sha256; check: CheckSignature; file: (path: string) => Promise<Uint8Array> }

/** The log is not what it says it is. The message names the first thing that is wrong. */
export class LogIsWrong extends Error {}

/** The head of a log, once one of these keys has signed it. Throws when none has. */
export async function readHead(note: string, keys: readonly VerifierKey[], check: CheckSignature): Promise<Checkpoint> {
  return readCheckpoint((await openNote({ note, keys }, check)).text)
}

/** That the tiles of a log make the root that is signed. A few files, however large the log is. */
export async function verifyRoot(log: LogReader, { size, root }: Checkpoint): Promise<void> {
  const [hash] = size === 0 ? [log.sha256()] : await hashesOf(log, [rootPlan(size)], size)
  if (!hash || !isSame(hash, root)) throw new LogIsWrong('The tiles do not make the root that is signed.')
}

/** That a log has only grown since somebody saw it. A few files, however much it has grown. */
export async function verifyGrowth(log: LogReader, from: Checkpoint, to: Checkpoint): Promise<void> {
  if (from.origin !== to.origin) throw new LogIsWrong(`This is another log: ${to.origin}, and not ${from.origin}.`)
  if (from.size > to.size) throw new LogIsWrong(`The log had ${from.size} entries once, and has ${to.size} now.`)
  if (from.size === 0) return
  const path = await hashesOf(log, consistencyPlan(from.size, to.size), to.size)
  const grown = { from: from.size, to: to.size, fromRoot: from.root, toRoot: to.root, path }
  if (!isConsistent(log.sha256, grown))
    throw new LogIsWrong(`The first ${from.size} entries are not those that were signed before.`)
}

/**
 * Every byte of a log: each entry against its hash, each hash against the one above it, and all of them against the signed
 * root. Names the first that is wrong. `onProgress` gets the number of entries verified so far.
 */
export async function verifyFully(
  log: LogReader,
  head: Checkpoint,
  onProgress = (_entries: number) => {},
): Promise<void> {
  const { sha256, file } = log
  let size = 0
  // The last tile of each level: all that the next entries need to be known of those before.
  const growing = new Map<number, KeptTile>()
  while (size < head.size) {
    const width = Math.min(tileWidth, head.size - size)
    const entries = await entriesIn(file, { level: 'entries', index: size / tileWidth, width })
    const leaves = entries.map((entry) => leafHash(sha256, entry))
    for (const tile of growTiles(sha256, size, leaves, [...growing.values()])) {
      growing.set(tile.level, tile)
      if (tile.hashes.length === tileWidth * 32) await compare(log, tile)
    }
    size += width
    onProgress(size)
  }
  for (const tile of growing.values()) if (tile.hashes.length < tileWidth * 32) await compare(log, tile)
  // What the root is folded from stands in those last tiles, as they were computed here.
  const frontier = rootPlan(head.size).map((position) =>
    hashInTile(sha256, position, growing.get(tileOf(position, head.size).level)?.hashes ?? new Uint8Array()),
  )
  if (!isSame(rootOf(sha256, frontier), head.root))
    throw new LogIsWrong('The entries do not make the root that is signed.')
}

async function entriesIn(file: LogReader['file'], tile: Tile): Promise<Uint8Array[]> {
  const path = tilePath(tile)
  const entries = readBundle(await file(path), path)
  if (entries.length !== tile.width)
    throw new LogIsWrong(`${path} has ${entries.length} entries and not ${tile.width}.`)
  return entries
}

function readBundle(bytes: Uint8Array, path: string): Uint8Array[] {
  try {
    return readEntryBundle(bytes)
  } catch {
    throw new LogIsWrong(`${path} ends in the middle of an entry.`)
  }
}

// A tile as it is served against the one that was computed from the entries.
async function compare({ file }: LogReader, { level, at, hashes }: KeptTile) {
  const path = tilePath({ level, index: at, width: hashes.length / 32 })
  const served = await file(path)
  if (isSame(served, hashes)) return
  const wrong = Array.from({ length: hashes.length / 32 }, (_, place) => place).find(
    (place) => !isSame(served.subarray(place * 32, place * 32 + 32), hashes.subarray(place * 32, place * 32 + 32)),
  )
  if (wrong === undefined) throw new LogIsWrong(`${path} is longer than it may be.`)
  throw new LogIsWrong(
    level === 0
      ? `Entry ${at * tileWidth + wrong} and its hash in ${path} do not belong together.`
      : `Hash ${wrong} of ${path} is not that of the hashes below it.`,
  )
}

async function hashesOf({ sha256, file }: LogReader, plan: ProofPlan, size: number): Promise<Hash[]> {
  const files = new Map<string, Uint8Array>()
  const hashes = new Map<Position, Hash>()
  for (const position of plan.flat()) {
    const path = tilePath(tileOf(position, size))
    const bytes = files.get(path) ?? (await file(path))
    files.set(path, bytes)
    hashes.set(position, hashInTile(sha256, position, bytes))
  }
  return followPlan(sha256, plan, (position) => hashes.get(position) ?? rootOf(sha256, []))
}
