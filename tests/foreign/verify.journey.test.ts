import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { splitNote } from '~/safeguards/ledger/signed-note'
import { witnessKey } from '~/safeguards/ledger/signers.fixture'
import { type Sequenced, sequencedTown } from '../sequenced'
import { useTown } from '../town'
import { serveTown } from '../town-over-http'

// Debian's golang-go and golang-golang-x-mod-dev: an implementation by people who have never heard of us.
const go = '/usr/bin/go'
const modules = '/usr/share/gocode/src/golang.org/x'
const isThere = existsSync(go) && existsSync(`${modules}/mod/sumdb/tlog`)

const town = useTown()
let [address, stop] = ['', async () => {}]
let ledger: Sequenced
let folder: string
beforeAll(async () => {
  ;({ address, stop } = await serveTown(town.url))
  ledger = await sequencedTown(town.url)
  folder = await mkdtemp(path.join(tmpdir(), 'meent-go-'))
  mkdirSync(`${folder}/src/golang.org`, { recursive: true })
  symlinkSync(modules, `${folder}/src/golang.org/x`)
})
afterAll(async () => {
  await stop()
  await ledger.end()
  await rm(folder, { recursive: true, force: true })
})

const verify = () =>
  promisify(execFile)(go, ['run', path.resolve('tests/foreign/verify.go'), `${address}/ledger`], {
    env: {
      NODE_ENV: 'test',
      PATH: '/usr/bin:/bin',
      HOME: folder,
      GO111MODULE: 'off',
      GOPATH: folder,
      GOCACHE: `${folder}/cache`,
    },
  })

test.skipIf(!isThere)(
  'a client that others wrote verifies every entry, and finds one that was changed',
  async () => {
    for (let made = 0; made < 520; made++) await town.given(async () => {})
    const note = (await ledger.all()) ?? ''
    // As every head has it that a witness saw: clients that do not know the witness pass it over.
    const { cosign } = witnessKey('uni.example/witness')
    await town.sql('UPDATE ledger_checkpoint SET note = note || $1', [cosign(splitNote(note).text, new Date())])
    const [{ n } = { n: '' }] = await town.sql<{ n: string }>('SELECT count(*) AS n FROM entry')
    expect((await verify()).stdout).toBe(`localhost:3000/safeguards/1: ${n} entries verified\n`)

    const change = (from: string, to: string) =>
      town.sql(
        `UPDATE entry SET entry = convert_to(replace(convert_from(entry, 'UTF8'), $1, $2), 'UTF8')
         WHERE entry_id = (SELECT entry_id FROM ledger_leaf WHERE seq = 300)`,
        [from, to],
      )
    await town.sql('ALTER TABLE entry DISABLE TRIGGER USER')
    await change('"testdam"', '"testdax"')
    await expect(verify()).rejects.toThrow()
    await change('"testdax"', '"testdam"')
    await town.sql('ALTER TABLE entry ENABLE TRIGGER USER')
    expect((await verify()).stdout).toContain('entries verified')
  },
  180_000,
)
