import { afterAll, beforeAll, expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { madeReceipt } from '~/safeguards/ledger/check-receipt.fixture'
import { readCheckpoint as readCheckpointText } from '~/safeguards/ledger/checkpoint'
import { sha256 } from '~/safeguards/ledger/node-crypto.server'
import { proofText } from '~/safeguards/ledger/proof-file'
import { followPlan, inclusionPlan, type Position } from '~/safeguards/ledger/proofs'
import { splitNote } from '~/safeguards/ledger/signed-note'
import { hashInTile, tileOf } from '~/safeguards/ledger/tiles'
import { type Sequenced, sequencedTown } from '~tests/sequenced'
import { useTown } from '~tests/town'
import { checkReceipt } from './check-receipt.server'
import { keepVerifier } from './keep-verifier.server'
import { showVerifier } from './show-verifier.server'

const town = useTown()
let ledger: Sequenced
beforeAll(async () => {
  ledger = await sequencedTown(town.url)
})
afterAll(() => ledger.end())

const bytesOf = (text: string) => new TextEncoder().encode(text)
const other = madeReceipt()

/** The proof file of the last entry of this town's real ledger, with the promise of another town in it. */
async function proofOfLast() {
  for (let made = 0; made < 20; made++) await town.given(async () => {})
  const note = (await ledger.all()) ?? expect.fail('A head was expected.')
  const { size } = readCheckpointText(splitNote(note).text)
  const [last] = await town.sql<{ entry: Buffer }>(
    'SELECT entry FROM ledger_leaf JOIN entry USING (entry_id) ORDER BY seq DESC LIMIT 1',
  )
  const tiles = await town.sql<{ hashes: Buffer }>('SELECT hashes FROM ledger_tile WHERE level = 0 AND at = 0')
  const hashAt = (position: Position) => {
    const { width } = tileOf(position, size)
    return hashInTile(sha256, position, (tiles[0]?.hashes ?? Buffer.alloc(0)).subarray(0, width * 32))
  }
  const entry = last?.entry.toString('utf8') ?? ''
  const { promise } = JSON.parse(other.promised)
  const extra = bytesOf(JSON.stringify({ v: 1, entry, openings: [], promise }))
  const path = followPlan(sha256, inclusionPlan(size - 1, size), hashAt)
  return { text: proofText({ index: size - 1, path, extra, checkpoint: note }), size }
}

const check = async (raw: Record<string, unknown>) => {
  const outcome = await enterAs(checkReceipt, await town.visit('anybody'), raw)
  if (!outcome.ok) throw new Error(`${outcome.problem.status}`)
  return outcome.value
}

test('the place of an entry in this town’s record is proven with the town’s own key, whoever asks', async () => {
  const { text, size } = await proofOfLast()
  for (const raw of [{ text }, { text: text.replaceAll('\n', '\r\n') }, { files: [{ bytes: Buffer.from(text) }] }]) {
    const { statements } = await check(raw)
    expect(statements.find(({ id }) => id === 'place')).toMatchObject({
      verdict: 'proven',
      facts: { index: size - 1, size },
    })
    expect(statements.find(({ id }) => id === 'head')).toMatchObject({
      verdict: 'proven',
      facts: { key: 'localhost:3000/safeguards/1' },
    })
  }
  expect(await check({ text: text.replace(`index ${size - 1}`, `index ${size - 2}`) })).toMatchObject({
    verdict: 'wrong',
  })
})

test('the receipt of another town is none of this one', async () => {
  for (const text of [other.proof, other.proven]) expect(await check({ text })).toMatchObject({ verdict: 'wrong' })
})

test('whatever is sent is answered: nothing, a picture, too much', async () => {
  const file = (text: string | Uint8Array) => ({ files: [{ bytes: Buffer.from(text) }] })
  for (const raw of [{}, { text: '{' }, { text: '[[['.repeat(9_000) }, file(new Uint8Array(900_000)), file('\ufeff{}')])
    expect(await check(raw)).toMatchObject({ verdict: 'wrong', wrong: { at: 'file' } })
  expect(await enterAs(checkReceipt, await town.visit('anybody'), { text: 'x'.repeat(40_000) })).toMatchObject({
    ok: false,
    problem: { status: 422 },
  })
})

test('a check is counted and leaves no entry: nobody learns who checks what', async () => {
  const entries = async () => Number((await town.sql<{ n: string }>('SELECT count(*) AS n FROM entry'))[0]?.n)
  const before = await entries()
  await check({ text: other.proof })
  expect(await entries()).toBe(before)
})

test('the page and the file show the key that signs the record, and name acts about people', async () => {
  const visit = await town.visit('anybody')
  for (const outcome of [await enterAs(showVerifier, visit, {}), await enterAs(keepVerifier, visit, {})]) {
    if (!outcome.ok) throw new Error('It was expected to be let in.')
    const { keys, shown, acts, host } = outcome.value
    expect(keys.log).toEqual([ledger.signer.vkey])
    expect(shown[0]).toMatchObject({ use: 'log', name: 'localhost:3000/safeguards/1', vkey: ledger.signer.vkey })
    expect(shown[0]?.fingerprint).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
    expect(acts).toContain('issue.report')
    expect(acts).not.toContain('issue.read')
    expect(host).toBe('localhost:3000')
  }
})
