import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { splitNote } from '~/safeguards/ledger/signed-note'
import { witnessKey } from '~/safeguards/ledger/signers.fixture'
import { type Sequenced, sequencedTown } from '~tests/sequenced'
import { useTown } from '~tests/town'
import { serveTown } from '~tests/town-over-http'
import { exportRecord } from './ledger-export.server'
import { type Source, sayingWhose, sourceAt, sourceIn } from './ledger-source.server'
import { type HowToVerify, verify } from './ledger-verify.server'

const town = useTown()
const top = mkdtempSync(path.join(tmpdir(), 'meent-export-'))
const folder = path.join(top, 'copy')
const uni = witnessKey('uni.example/witness')
const paper = witnessKey('paper.example/witness')
let [address, stop] = ['', async () => {}]
let ledger: Sequenced
beforeAll(async () => {
  ;({ address, stop } = await serveTown(town.url))
  ledger = await sequencedTown(town.url)
  for (let made = 0; made < 520; made++) await town.given(async () => {})
  await ledger.all()
})
afterAll(async () => {
  await stop()
  await ledger.end()
  rmSync(top, { recursive: true, force: true })
})

const said: string[] = []
beforeEach(() => {
  said.length = 0
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line))
})
afterEach(() => vi.restoreAllMocks())

let look = 0
const how = (more: Partial<HowToVerify> = {}): HowToVerify => ({
  key: ledger.signer.vkey,
  isFull: true,
  witnesses: [],
  seenIn: path.join(top, `seen${look++}`),
  ...more,
})
const check = (source: Source, more: Partial<HowToVerify> = {}) => sayingWhose(source, () => verify(source, how(more)))
const asking = () => {
  const asked: string[] = []
  const source = sourceAt(address)
  const file = (name: string) => {
    asked.push(name)
    return source.log.file(name)
  }
  return { asked, source: { ...source, log: { ...source.log, file } } }
}
const size = async () => Number((await town.sql<{ n: string }>('SELECT count(*) AS n FROM entry'))[0]?.n)

test('a record that was exported is verified from the folder alone, as it is from the town', async () => {
  await check(sourceAt(address))
  const fromTown = [...said]
  await exportRecord(sourceAt(address), folder, ledger.signer.vkey)
  expect(said.at(-1)).toBe(
    `localhost:3000/safeguards/1: ${await size()} entries are in ${folder}, each as it was signed.`,
  )
  said.length = 0
  await check(sourceIn(folder))
  expect(said).toEqual(fromTown)
  expect(said.slice(2)).toEqual([
    'Every entry is what was signed.',
    'No witness was named: whether everybody is shown this same record was not checked (--witness VKEY).',
  ])
  const ours = readFileSync(path.join(folder, 'tile/entries/001'))
  const theirs = await fetch(`${address}/ledger/tile/entries/001`)
  expect(Buffer.from(await theirs.arrayBuffer()).equals(ours)).toBe(true)
  expect(readFileSync(path.join(folder, 'vkey'), 'utf8')).toBe(`${ledger.signer.vkey}\n`)
})

test('an export is brought up to date without fetching what is there', async () => {
  for (let made = 0; made < 5; made++) await town.given(async () => {})
  await ledger.all()
  const { asked, source } = asking()
  await exportRecord(source, folder, undefined)
  expect(asked.filter((name) => !/\.p\/|^vkey$|^checkpoint$/.test(name))).toEqual([])
  await check(sourceIn(folder))
  expect(readFileSync(path.join(folder, 'checkpoint'), 'utf8')).toContain(`\n${await size()}\n`)
  expect(readdirSync(path.join(folder, 'tile/0')).filter((name) => name.endsWith('.new'))).toEqual([])
})

test('what was changed in the folder is found, and mended by exporting again', async () => {
  const file = path.join(folder, 'tile/entries/001')
  const right = readFileSync(file)
  const wrong = Buffer.from(right)
  wrong[40] = (wrong[40] ?? 0) ^ 1
  writeFileSync(file, wrong)
  await expect(check(sourceIn(folder))).rejects.toThrow(`The record at ${folder} is not what it should be: Entry 256`)
  await exportRecord(sourceAt(address), folder, undefined)
  expect(readFileSync(file).equals(right)).toBe(true)
  rmSync(file)
  await expect(check(sourceIn(folder))).rejects.toThrow('is not there. Export the record again.')
  await exportRecord(sourceAt(address), folder, undefined)
  await check(sourceIn(folder))
})

test('a record that does not continue the copy is not copied over it', async () => {
  const kept = readFileSync(path.join(folder, 'checkpoint'), 'utf8')
  const { text } = splitNote(kept)
  const other = ledger.signer.signNote(text.replace(/\n\d+\n/, `\n${(await size()) + 1}\n`))
  writeFileSync(path.join(folder, 'checkpoint'), other)
  await expect(exportRecord(sourceAt(address), folder, ledger.signer.vkey)).rejects.toThrow('entries once')
  expect(readFileSync(path.join(folder, 'checkpoint'), 'utf8')).toBe(other)
  writeFileSync(path.join(folder, 'checkpoint'), kept)
})

test('which witnesses saw it, and when, is said in words', async () => {
  const witnesses = [uni.key, paper.key]
  await expect(check(sourceAt(address), { witnesses, isFull: false })).rejects.toThrow(
    'No witness that you named has signed this: others may be shown another record.',
  )
  const note = readFileSync(path.join(folder, 'checkpoint'), 'utf8')
  const line = uni.cosign(splitNote(note).text, new Date('2026-11-25T17:40:11Z'))
  await town.sql('UPDATE ledger_checkpoint SET note = note || $1 WHERE size = $2', [line, await size()])
  said.length = 0
  await check(sourceAt(address), { witnesses, isFull: false })
  expect(said.slice(-2)).toEqual([
    'uni.example/witness saw this same record on 2026-11-25 at 17:40:11 UTC, and that it had only grown.',
    'paper.example/witness has not signed this head.',
  ])
  said.length = 0
  await check(sourceAt(address), { isFull: false })
  expect(said.at(-1)).toBe('Below the head stand signatures of others: 1. Ask them for their keys.')
  // A copy keeps them.
  await exportRecord(sourceAt(address), folder, undefined)
  said.length = 0
  await check(sourceIn(folder), { witnesses: [uni.key], isFull: false })
  expect(said.at(-1)).toContain('uni.example/witness saw this same record on 2026-11-25')
})
