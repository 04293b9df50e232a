import { hash } from 'node:crypto'
import { leafHash, rootOf } from '~/safeguards/ledger/merkle'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { rootPlan } from '~/safeguards/ledger/proofs'
import { growTiles, type KeptTile } from '~/safeguards/ledger/tile-growth'
import { entryBundle, hashInTile, tileOf, tilePath, tileWidth } from '~/safeguards/ledger/tiles'
import { verifyFully } from '~/safeguards/ledger/verify-log'
import { anEntry } from './ledger-load'
import type { Row } from './result.server'

/**
 * How fast every entry and every hash of a record is checked, against how fast this process does nothing but hash the same
 * bytes: each entry with the byte before it, and as many pairs of hashes as the tree has nodes.
 */
export async function verifyRatio(size: number): Promise<Row> {
  const { entries, files, root } = madeLog(size)
  const inputs = entries.map((entry) => Buffer.concat([Buffer.alloc(1), entry]))
  const pair = Buffer.alloc(65, 1)
  const bare = await seconds(() => {
    for (const input of inputs) hash('sha256', input, 'buffer')
    for (let node = 1; node < size; node++) hash('sha256', pair, 'buffer')
  })
  const file = async (name: string) => files.get(name) ?? new Uint8Array()
  const whole = await seconds(() =>
    verifyFully({ sha256, check: checkSignature, file }, { origin: 'bench', size, root }),
  )
  const ratio = bare / whole
  return {
    measure: `verifying ${size} entries : hashing them`,
    value: ratio,
    unit: `(${whole.toFixed(1)} s)`,
    must: '>= 0.5',
    holds: ratio >= 0.5,
  }
}

async function seconds(work: () => unknown): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

function madeLog(size: number) {
  const entries = Array.from({ length: size }, () => anEntry().entry)
  const files = new Map<string, Uint8Array>()
  const growing = new Map<number, KeptTile>()
  for (let at = 0; at < size; at += tileWidth) {
    const part = entries.slice(at, at + tileWidth)
    files.set(tilePath({ level: 'entries', index: at / tileWidth, width: part.length }), entryBundle(part))
    const leaves = part.map((entry) => leafHash(sha256, entry))
    for (const tile of growTiles(sha256, at, leaves, [...growing.values()])) {
      growing.set(tile.level, tile)
      files.set(tilePath({ level: tile.level, index: tile.at, width: tile.hashes.length / 32 }), tile.hashes)
    }
  }
  const root = rootOf(
    sha256,
    rootPlan(size).map((position) =>
      hashInTile(sha256, position, growing.get(tileOf(position, size).level)?.hashes ?? new Uint8Array()),
    ),
  )
  return { entries, files, root }
}
