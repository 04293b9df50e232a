import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { readCheckpoint as readCheckpointText } from '~/safeguards/ledger/checkpoint'
import { isIncluded, leafHash } from '~/safeguards/ledger/merkle'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { followPlan, inclusionPlan, type Position } from '~/safeguards/ledger/proofs'
import { openNote, readVerifierKey } from '~/safeguards/ledger/signed-note'
import { hashInTile, readEntryBundle, type Tile, tileOf, tilePath, tileWidth } from '~/safeguards/ledger/tiles'
import { type Sequenced, sequencedTown } from '~tests/sequenced'
import { useTown } from '~tests/town'
import { readCheckpoint } from './read-checkpoint.server'
import { readLedgerKey } from './read-ledger-key.server'
import { readTile } from './read-tile.server'

const town = useTown()
let ledger: Sequenced
beforeAll(async () => {
  ledger = await sequencedTown(town.url)
})
afterAll(() => ledger.end())

const ask = async (path: string) => enterAs(readTile, await town.visit('anybody'), { path })
async function fetchTile(tile: Tile): Promise<Uint8Array> {
  const outcome = await ask(tilePath(tile).slice('tile/'.length))
  if (!outcome.ok) throw new Error(`${tilePath(tile)}: ${outcome.problem.status}`)
  return outcome.value
}

test('before anything is signed there is no head', async () => {
  expect(await enterAs(readCheckpoint, await town.visit('anybody'), {})).toMatchObject({ ok: false })
  expect(await ask('0/000.p/1')).toMatchObject({ ok: false, problem: { status: 404 } })
})

test('a stranger verifies every entry from what is served, and nothing else', async () => {
  for (let made = 0; made < 300; made++) await town.given(async () => {})
  await ledger.all()
  // Not signed yet, so not to be seen yet.
  await town.given(async () => {})

  const [key, head] = await Promise.all([
    enterAs(readLedgerKey, await town.visit('anybody'), {}),
    enterAs(readCheckpoint, await town.visit('anybody'), {}),
  ])
  if (!key.ok || !head.ok) throw new Error('Key and head were expected.')
  const { text } = await openNote(
    { note: head.value, keys: key.value.map((vkey) => readVerifierKey(sha256, vkey)) },
    checkSignature,
  )
  const { size, root } = readCheckpointText(text)
  const tiles = new Map<string, Uint8Array>()
  const bundles = new Map<number, Uint8Array[]>()
  for (let index = 0; index * tileWidth < size; index++) {
    const width = Math.min(tileWidth, size - index * tileWidth)
    bundles.set(index, readEntryBundle(await fetchTile({ level: 'entries', index, width })))
  }
  for (let index = 0; index < size; index++) {
    const entry = bundles.get(Math.floor(index / tileWidth))?.[index % tileWidth] ?? new Uint8Array()
    const plan = inclusionPlan(index, size)
    for (const position of plan.flat()) {
      const path = tilePath(tileOf(position, size))
      if (!tiles.has(path)) tiles.set(path, await fetchTile(tileOf(position, size)))
    }
    const hashAt = (position: Position) =>
      hashInTile(sha256, position, tiles.get(tilePath(tileOf(position, size))) ?? new Uint8Array())
    const path = followPlan(sha256, plan, hashAt)
    const leaf = leafHash(sha256, entry)
    expect(isIncluded(sha256, { index, size, leaf, path, root }), `entry ${index}`).toBe(true)
    expect(JSON.parse(new TextDecoder().decode(entry))).toMatchObject({ v: 1 })
  }
  expect(tiles.size).toBeLessThanOrEqual(3)
})

test('what is not there, not signed, or not written as a path, is not found', async () => {
  const note = await ledger.all()
  const size = Number(note?.split('\n')[1])
  const none = ['0/001.p/255', '0/002', '1/000.p/2', '9/000.p/1', 'entries/001.p/200', `0/001.p/${size - 255}`]
  const odd = [
    '',
    '0',
    '0/0',
    '../0/000',
    '0/000.p/256',
    '-1/000',
    'entries/x000/000',
    '0/x999/x999/x999/x999/x999/999',
  ]
  for (const path of [...none, ...odd])
    expect(await ask(path), path).toMatchObject({ ok: false, problem: { status: 404 } })
  expect(await ask('0/000')).toMatchObject({ ok: true })
  expect(await ask('0/000.p/255')).toMatchObject({ ok: true })
})

test('a shorter tile of earlier is the beginning of the tile of now', async () => {
  const [part, whole] = await Promise.all([
    fetchTile({ level: 0, index: 0, width: 100 }),
    fetchTile({ level: 0, index: 0, width: tileWidth }),
  ])
  expect(part.length).toBe(3_200)
  expect(Buffer.from(whole.subarray(0, 3_200)).equals(Buffer.from(part))).toBe(true)
})
