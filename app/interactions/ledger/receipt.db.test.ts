import { afterAll, beforeAll, expect, test } from 'vitest'
import { loader as entryProof } from '~/routes/ledger.entries.$id[.]tlog-proof'
import { loader as receiptFileOf } from '~/routes/receipts.$id[.]json'
import { loader as receiptProof } from '~/routes/receipts.$id[.]tlog-proof'
import { enterAs } from '~/safeguards/door.server'
import { commitmentOf } from '~/safeguards/integrity/commitment'
import { readCheckpoint } from '~/safeguards/ledger/checkpoint'
import { isIncluded, leafHash } from '~/safeguards/ledger/merkle'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { readPromise } from '~/safeguards/ledger/promise'
import { promiseVkey } from '~/safeguards/ledger/promise.server'
import { readProof } from '~/safeguards/ledger/proof-file'
import { openNote, readVerifierKey } from '~/safeguards/ledger/signed-note'
import { type Sequenced, sequencedTown } from '~tests/sequenced'
import { useTown } from '~tests/town'
import { seeOwnActs } from '../people/see-own-acts.server'
import { followTokenOf } from '../reports/follow-link.server'
import { lampReport } from '../reports/report-form.fixture'
import { reportIssue } from '../reports/report-issue.server'
import { readLedgerEntry } from './read-ledger-entry.server'
import { readReceiptProof } from './read-receipt-proof.server'
import { seeLedger } from './see-ledger.server'

const town = useTown()
let ledger: Sequenced
beforeAll(async () => {
  ledger = await sequencedTown(town.url)
})
afterAll(() => ledger.end())

type Who = Parameters<typeof town.visit>[0]

async function reported(who: Who) {
  const outcome = await enterAs(reportIssue, await town.visit(who), lampReport(town.spots.north))
  if (!outcome.ok) throw outcome.problem
  return followTokenOf(outcome.value.reportId)
}

async function receipt(who: Who, id: string) {
  const outcome = await enterAs(readReceiptProof, await town.visit(who), { id })
  if (!outcome.ok) throw outcome.problem
  return outcome.value.receipt
}

const actsOf = async (who: Who) => {
  const outcome = await enterAs(seeOwnActs, await town.visit(who), {})
  if (!outcome.ok) throw outcome.problem
  return outcome.value.acts
}

const bytes = (text: string) => new TextEncoder().encode(text)
const keyOf = (vkey: string) => readVerifierKey(sha256, vkey)

/** What a stranger would do with the file: the head's signature, the leaf's place, and what the extra data open. */
async function proven(text: string) {
  const { index, path, extra, checkpoint } = readProof(text)
  const { text: headText } = await openNote({ note: checkpoint, keys: [keyOf(ledger.signer.vkey)] }, checkSignature)
  const { size, root } = readCheckpoint(headText)
  const told = JSON.parse(new TextDecoder().decode(extra ?? bytes('{}')))
  const leaf = leafHash(sha256, bytes(told.entry))
  return { isIncluded: isIncluded(sha256, { index, size, leaf, path, root }), told }
}

test('an act is promised at once, and the promise is signed for the very entry that was written', async () => {
  const { entry, id, promise, standing, proof } = await receipt('anybody', await reported('anybody'))
  expect([standing, proof]).toEqual([null, null])
  const { text } = await openNote({ note: promise, keys: [keyOf(promiseVkey())] }, checkSignature)
  const said = readPromise(text)
  expect(said).toMatchObject({ origin: 'localhost:3000/receipts/1', entryId: id, withinSeconds: 60 })
  expect(said.leaf).toEqual(leafHash(sha256, bytes(entry)))
  expect(JSON.parse(entry)).toMatchObject({ k: 'issue.report', t: said.time })
})

test('once a signed head covers it, the file proves it to a stranger', async () => {
  const token = await reported('resident')
  const early = await receiptProof({ request: await town.request('anybody', '/'), params: { id: token }, context })
  expect([early.status, early.headers.get('Retry-After')]).toEqual([404, '5'])
  await ledger.all()
  const late = await receiptProof({ request: await town.request('anybody', '/'), params: { id: token }, context })
  const { isIncluded: isIn, told } = await proven(await late.text())
  expect(isIn).toBe(true)
  const [who] = told.openings
  const opening = { ...who, salt: new Uint8Array(Buffer.from(who.salt, 'base64url')) }
  expect(commitmentOf(sha256, opening)).toBe(JSON.parse(told.entry).who)
  expect(who.value.s).toBe(town.people.resident.id)
})

test('the receipt as a file says first that it is promised, then carries the whole proof', async () => {
  const token = await reported('anybody')
  const file = async () =>
    (await receiptFileOf({ request: await town.request('anybody', '/'), params: { id: token }, context })).json()
  expect(await file()).toMatchObject({ state: 'promised', proof: null, openings: [], promise_key: promiseVkey() })
  await ledger.all()
  const after = await file()
  expect(after).toMatchObject({ state: 'proven', log_key: ledger.signer.vkey })
  expect((await proven(after.proof)).isIncluded).toBe(true)
})

test('every act of a person has a receipt of its own, and nobody else has it', async () => {
  await reported('resident')
  const [look, report] = await actsOf('resident')
  expect(look?.kind).toBe('issue.report')
  const acts = await actsOf('resident')
  expect(acts.map(({ kind }) => kind).slice(0, 2)).toEqual(['person.see-own-acts', 'issue.report'])
  expect(report?.id).not.toBe(look?.id)
  const mine = await receipt('resident', String(look?.id))
  expect(mine.openings).toMatchObject([{ name: 'who' }])
  for (const stranger of ['anybody', 'neighbour', 'oversight', 'administrator'] as const) {
    await expect(receipt(stranger, String(look?.id))).rejects.toMatchObject({ status: 404 })
  }
})

test('everybody may read an entry and its proof, and finds nobody in it', async () => {
  await reported('resident')
  await ledger.all()
  const [, act] = await actsOf('resident')
  const outcome = await enterAs(readLedgerEntry, await town.visit('anybody'), { id: act?.id })
  expect(outcome.ok && outcome.value.openings).toEqual([])
  expect(outcome.ok && outcome.value.entry).not.toContain(town.people.resident.id)
  const file = await entryProof({
    request: await town.request('anybody', '/'),
    params: { id: String(act?.id) },
    context,
  })
  const { isIncluded: isIn, told } = await proven(await file.text())
  expect([isIn, told.openings]).toEqual([true, []])
  for (const id of ['00000000-0000-4000-8000-000000000000', 'x', '../vkey'])
    expect(await enterAs(readLedgerEntry, await town.visit('anybody'), { id })).toMatchObject({ ok: false })
})

test('when the key of a person is gone, the proof still holds and says nothing of them', async () => {
  const token = await reported('neighbour')
  await ledger.all()
  await town.given((tx) => tx.personKey.delete({ where: { personId: town.people.neighbour.id } }))
  const { openings, proof } = await receipt('anybody', token)
  expect(openings).toEqual([])
  expect((await proven(String(proof))).isIncluded).toBe(true)
})

test('proofs hold in a record of many tiles, for old and new entries alike', { timeout: 120_000 }, async () => {
  for (let act = 0; act < 300; act++) {
    await actsOf('oversight')
    if (act % 97 === 0) await ledger.all()
  }
  await ledger.all()
  const entries = await town.sql<{ id: string }>(
    'SELECT e.id FROM ledger_leaf l JOIN entry e USING (entry_id) WHERE l.seq % 13 = 0 OR l.seq BETWEEN 254 AND 258',
  )
  expect(entries.length).toBeGreaterThan(20)
  for (const { id } of entries) {
    const outcome = await enterAs(readLedgerEntry, await town.visit('anybody'), { id })
    expect(outcome.ok && (await proven(String(outcome.value.proof))).isIncluded).toBe(true)
  }
})

test('the page of the record tells its size, what waits and for how long', async () => {
  await ledger.all()
  const see = async () => {
    const outcome = await enterAs(seeLedger, await town.visit('anybody'), {})
    if (!outcome.ok) throw outcome.problem
    return outcome.value
  }
  const [count] = await town.sql<{ n: number }>('SELECT count(*)::int AS n FROM entry')
  expect(await see()).toMatchObject({
    head: { size: count?.n, origin: ledger.signer.name },
    waiting: { entries: 0, seconds: 0, isLate: false },
    witnesses: [],
    keys: [
      { use: 'log', vkey: ledger.signer.vkey },
      { use: 'promise', vkey: promiseVkey() },
    ],
  })
  await actsOf('oversight')
  expect((await see()).waiting).toMatchObject({ entries: 1 })
})

const context = { nonce: '', incident: '' }
