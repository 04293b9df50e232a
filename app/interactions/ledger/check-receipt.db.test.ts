import { afterAll, beforeAll, expect, test } from 'vitest'
import { loader as receiptJson } from '~/routes/receipts.$id[.]json'
import { loader as receiptProof } from '~/routes/receipts.$id[.]tlog-proof'
import { enterAs } from '~/safeguards/door.server'
import { madeReceipt } from '~/safeguards/ledger/check-receipt.fixture'
import { promiseVkey } from '~/safeguards/ledger/promise.server'
import { type Sequenced, sequencedTown } from '~tests/sequenced'
import { useTown } from '~tests/town'
import { followTokenOf } from '../reports/follow-link.server'
import { lampReport } from '../reports/report-form.fixture'
import { reportIssue } from '../reports/report-issue.server'
import { checkReceipt } from './check-receipt.server'
import { keepVerifier } from './keep-verifier.server'
import { showVerifier } from './show-verifier.server'

const town = useTown()
let ledger: Sequenced
beforeAll(async () => {
  ledger = await sequencedTown(town.url)
})
afterAll(() => ledger.end())

const other = madeReceipt()
const context = { nonce: '', incident: '' }

/** Somebody reports a lamp; what their two files say now. */
async function reported(who: 'anybody' | 'resident') {
  const outcome = await enterAs(reportIssue, await town.visit(who), lampReport(town.spots.north))
  if (!outcome.ok) throw outcome.problem
  const params = { id: await followTokenOf(outcome.value.reportId) }
  const request = () => town.request('anybody', '/')
  return {
    json: async () => (await receiptJson({ request: await request(), params, context })).text(),
    proof: async () => (await receiptProof({ request: await request(), params, context })).text(),
  }
}

const check = async (raw: Record<string, unknown>) => {
  const outcome = await enterAs(checkReceipt, await town.visit('anybody'), raw)
  if (!outcome.ok) throw new Error(`${outcome.problem.status}`)
  return outcome.value
}

test('a report is promised at once and proven once it is signed, with the town’s own keys, whoever asks', async () => {
  const { json, proof } = await reported('resident')
  const early = await check({ text: await json() })
  expect([early.verdict, early.wrong]).toEqual(['promised', null])
  expect(early.statements.find(({ id }) => id === 'waiting')).toMatchObject({ facts: { isOver: false } })
  await ledger.all()
  const [kept, text] = [await json(), await proof()]
  const sent = [
    { text: kept },
    { text },
    { text: text.replaceAll('\n', '\r\n').trim() },
    { files: [{ bytes: Buffer.from(text) }] },
  ]
  for (const raw of sent) {
    const { verdict, statements } = await check(raw)
    expect(verdict).toBe('proven')
    expect(Object.fromEntries(statements.map((one) => [one.id, one.verdict]))).toEqual({
      entry: 'proven',
      about: 'proven',
      promise: 'proven',
      place: 'proven',
      head: 'proven',
      witnesses: 'not-proven',
    })
    const about = statements.find(({ id }) => id === 'about')
    expect(about?.facts).toMatchObject({ openings: [{ name: 'who', value: town.people.resident.id }] })
    expect(statements.find(({ id }) => id === 'head')?.facts).toMatchObject({ key: 'localhost:3000/safeguards/1' })
  }
  expect(await check({ text: text.replace(/index (\d+)/, 'index 1$1') })).toMatchObject({ verdict: 'wrong' })
  expect(await check({ text: kept.replace('issue.report', 'issue.retort') })).toMatchObject({ verdict: 'wrong' })
})

test('a report without an account has a receipt too, that says nothing of a person', async () => {
  const { proof } = await reported('anybody')
  await ledger.all()
  const { verdict, statements } = await check({ text: await proof() })
  expect(verdict).toBe('proven')
  expect(statements.find(({ id }) => id === 'about')).toMatchObject({ verdict: 'not-proven', why: 'nothing-opened' })
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
    expect(keys).toEqual({ log: [ledger.signer.vkey], promise: [promiseVkey()], witnesses: [] })
    expect(shown[0]).toMatchObject({ use: 'log', name: 'localhost:3000/safeguards/1', vkey: ledger.signer.vkey })
    expect(shown[0]?.fingerprint).toMatch(/^([0-9a-f]{4} ){15}[0-9a-f]{4}$/)
    expect(acts).toContain('issue.report')
    expect(acts).not.toContain('issue.read')
    expect(host).toBe('localhost:3000')
  }
})
