import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type RequestListener, createServer as serveHttp } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startSequencer } from '~/commands/sequencer.server'
import { serveWitness } from '~/commands/witness.server'
import { env } from '~/platform/env.server'
import { openLog } from '~/platform/log.server'
import { cosignaturesOf } from '~/safeguards/ledger/cosignature'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { guardAgainstFork, WouldFork } from '~/safeguards/ledger/publish.server'
import { openNote, readVerifierKey, splitNote } from '~/safeguards/ledger/signed-note'
import { type Cosigner, cosignerFrom, type Signer, signerFrom } from '~/safeguards/ledger/signing-key.server'
import { guardAgainstWitnesses } from '~/safeguards/ledger/witness-guard.server'
import { sequencedTown } from './sequenced'
import { useTown } from './town'
import { type Ask, serveTown } from './town-over-http'

const town = useTown()
const folder = mkdtempSync(path.join(tmpdir(), 'meent-witnessed-'))
const keyFile = path.join(folder, 'ledger.key')
let [ask, stop]: [Ask, () => Promise<void>] = [async () => expect.fail('not served yet'), async () => {}]
let signer: Signer
let cosigner: Cosigner
let uni: Awaited<ReturnType<typeof serveUni>>

const serveUni = async (port = 0) =>
  serveWitness({
    cosigner,
    folder: path.join(folder, 'uni'),
    logs: [readVerifierKey(sha256, signer.vkey)],
    host: '127.0.0.1',
    port,
  })
const sequencer = (...witnesses: { vkey: string; url: string }[]) => {
  const running = startSequencer(town.url, { ...env(), ledgerKeyFile: keyFile, ledgerWitnesses: witnesses })
  onTestFinished(running.stop)
  return running
}
const atUni = () => ({ vkey: cosigner.vkey, url: `${uni.address}/` })

beforeAll(async () => {
  ;({ ask, stop } = await serveTown(town.url))
  signer = await signerFrom(keyFile, 'localhost:3000/safeguards/1')
  cosigner = await cosignerFrom(path.join(folder, 'uni.key'), 'uni.example/witness')
  uni = await serveUni()
})
afterAll(async () => {
  await stop()
  await uni.stop()
  rmSync(folder, { recursive: true, force: true })
})

const until = async (isTrue: () => Promise<boolean>, ms = 12_000) => {
  const began = performance.now()
  while (!(await isTrue())) {
    if (performance.now() - began > ms) expect.fail('It did not come to that in time.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return performance.now() - began
}
const checkpoint = async () => (await ask('/ledger/checkpoint')).text
const witnesses = () =>
  town.db.$queryRawUnsafe<{ name: string; last_size: bigint | null; last_at: Date | null; trouble: string | null }[]>(
    'SELECT name, last_size, last_at, trouble FROM ledger_witness ORDER BY name',
  )
const entries = async () => Number((await town.sql<{ n: string }>('SELECT count(*) AS n FROM entry'))[0]?.n)
const isCosigned = async (size: number) => {
  const note = await checkpoint()
  return note.includes(`\n${size}\n`) && note.includes('\n— uni.example/witness ')
}

test('the head that the town serves carries the signature of its witness', async () => {
  for (let made = 0; made < 300; made++) await town.given(async () => {})
  const size = await entries()
  const running = sequencer(atUni())
  await until(() => isCosigned(size))
  const note = await checkpoint()
  // Whoever does not know the witness reads the head as before.
  const opened = await openNote({ note, keys: [readVerifierKey(sha256, signer.vkey)] }, checkSignature)
  expect(opened.unverified.map(({ name }) => name)).toEqual(['uni.example/witness'])
  const [seen] = await cosignaturesOf(splitNote(note), [readVerifierKey(sha256, cosigner.vkey)], checkSignature)
  expect(Math.abs((seen?.at.getTime() ?? 0) - Date.now())).toBeLessThan(20_000)
  expect(await witnesses()).toEqual([
    { name: 'uni.example/witness', last_size: BigInt(size), last_at: seen?.at, trouble: null },
  ])
  // It grows from there, with a proof.
  for (let made = 0; made < 7; made++) await town.given(async () => {})
  await until(() => isCosigned(size + 7))
  await running.stop()
})

test('a witness that is away, or never answers, delays neither the record nor another witness', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  onTestFinished(() => void silent.close())
  const { port } = silent.address() as { port: number }
  const [slow, gone] = await Promise.all(
    ['slow', 'gone'].map((name) => cosignerFrom(path.join(folder, `${name}.key`), `${name}.example/witness`)),
  )
  openLog('silent')
  onTestFinished(() => openLog('error'))
  const running = sequencer(
    { vkey: slow?.vkey ?? '', url: `http://127.0.0.1:${port}` },
    { vkey: gone?.vkey ?? '', url: 'http://127.0.0.1:1' },
    atUni(),
  )
  await town.given(async () => {})
  // Asking them what they saw takes some seconds at the start, and not more.
  expect(await until(async () => isCosigned(await entries()))).toBeLessThan(8_000)
  await town.given(async () => {})
  // As long as a town without witnesses has between two heads.
  expect(await until(async () => isCosigned(await entries()))).toBeLessThan(7_000)
  await until(async () => (await witnesses()).filter(({ trouble }) => trouble === 'away').length === 2)
  expect((await witnesses()).map(({ name, trouble }) => [name, trouble])).toEqual([
    ['gone.example/witness', 'away'],
    ['slow.example/witness', 'away'],
    ['uni.example/witness', null],
  ])
  await running.stop()
})

const tables = ['ledger_leaf', 'ledger_tile', 'ledger_tree', 'ledger_checkpoint']
const keepAs = async (name: string) => {
  for (const table of tables) await town.sql(`CREATE TABLE ${name}_${table} AS SELECT * FROM ${table}`)
}
const bringBack = async (name: string) => {
  for (const table of tables) await town.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  for (const table of tables) await town.sql(`DELETE FROM ${table}`)
  for (const table of tables) await town.sql(`INSERT INTO ${table} SELECT * FROM ${name}_${table}`)
  for (const table of tables) await town.sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
}

test('a database that was brought back from a copy is not signed: the witness knows more', async () => {
  const ledger = await sequencedTown(town.url)
  onTestFinished(ledger.end)
  const at = () => [{ key: readVerifierKey(sha256, cosigner.vkey), vkey: cosigner.vkey, url: uni.address }]
  await keepAs('before')
  await town.given(async () => {})
  const running = sequencer(atUni())
  await until(async () => isCosigned(await entries()))
  await running.stop()
  await keepAs('after')
  expect(await guardAgainstWitnesses(ledger.client, signer, at())).toMatchObject([{ outcome: 'agrees' }])

  await bringBack('before')
  // The file beside the key would know it too. Here it is gone with the machine.
  expect(readFileSync(`${keyFile}.checkpoint`, 'utf8')).toContain(signer.name)
  rmSync(`${keyFile}.checkpoint`)
  await expect(guardAgainstFork(ledger.client, keyFile)).resolves.toBeUndefined()
  await expect(guardAgainstWitnesses(ledger.client, signer, at())).rejects.toThrow(WouldFork)
  openLog('silent')
  const refused = sequencer(atUni())
  await town.given(async () => {})
  const heads = async () => (await town.sql<{ n: string }>('SELECT count(*) AS n FROM ledger_checkpoint'))[0]?.n
  const before = await heads()
  await new Promise((resolve) => setTimeout(resolve, 2_000))
  await refused.stop()
  expect(await heads()).toBe(before)
  openLog('error')

  await bringBack('after')
  const again = sequencer(atUni())
  await until(async () => isCosigned(await entries()))
  await again.stop()
})

test('another record of the same length is not signed either, and a head that nobody here signed stops nobody', async () => {
  const ledger = await sequencedTown(town.url)
  onTestFinished(ledger.end)
  const at = [{ key: readVerifierKey(sha256, cosigner.vkey), vkey: cosigner.vkey, url: uni.address }]
  const [tile] = await town.sql<{ hashes: Buffer }>('SELECT hashes FROM ledger_tile WHERE level = 0 AND at = 1')
  const other = Buffer.from(tile?.hashes ?? Buffer.alloc(0))
  other[0] = (other[0] ?? 0) ^ 1
  await town.sql('UPDATE ledger_tile SET hashes = $1 WHERE level = 0 AND at = 1', [other])
  await expect(guardAgainstWitnesses(ledger.client, signer, at)).rejects.toThrow(WouldFork)
  await town.sql('UPDATE ledger_tile SET hashes = $1 WHERE level = 0 AND at = 1', [tile?.hashes])
  expect(await guardAgainstWitnesses(ledger.client, signer, at)).toMatchObject([{ outcome: 'agrees' }])

  const liar = await serveAs((_request, response) =>
    response.end(`${signer.name}\n999999\n${Buffer.alloc(32, 7).toString('base64')}\n\n— x.example AAAAAAAA\n`),
  )
  const asked = await guardAgainstWitnesses(ledger.client, signer, [{ ...(at[0] as (typeof at)[0]), url: liar }])
  expect(asked).toMatchObject([{ outcome: 'not-to-be-read' }])
})

test('a record that others sign with this key while it grows here is found out by a witness, and signing stops', async () => {
  const foreign = signer.signNote(`${signer.name}\n999999\n${Buffer.alloc(32, 7).toString('base64')}\n`)
  let asked = 0
  const url = await serveAs((request, response) => {
    if (request.method === 'POST') response.writeHead(409, { 'Content-Type': 'text/x.tlog.size' }).end('999999\n')
    else if (asked++ === 0) response.writeHead(404).end()
    else response.end(foreign)
  })
  openLog('silent')
  onTestFinished(() => openLog('error'))
  const running = sequencer({ vkey: cosigner.vkey, url })
  await until(async () => asked === 2)
  expect(await witnesses()).toMatchObject([{ trouble: 'knows_more' }])
  const heads = async () => (await town.sql<{ n: string }>('SELECT count(*) AS n FROM ledger_checkpoint'))[0]?.n
  const lock = async () => (await town.sql(`SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted`)).length
  await until(async () => (await lock()) === 0)
  const before = await heads()
  await town.given(async () => {})
  await new Promise((resolve) => setTimeout(resolve, 6_000))
  expect(await heads()).toBe(before)
  await running.stop()
})

async function serveAs(answer: RequestListener): Promise<string> {
  const server = serveHttp(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}
