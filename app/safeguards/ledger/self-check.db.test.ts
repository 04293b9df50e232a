import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCase, act, goodDecision } from '~/interactions/cases/case.fixture'
import { closeCase } from '~/interactions/decisions/close-case.server'
import { lampReport } from '~/interactions/reports/report-form.fixture'
import { reportIssue } from '~/interactions/reports/report-issue.server'
import { enterAs } from '~/safeguards/door.server'
import { type Sequenced, sequencedTown } from '~tests/sequenced'
import { useTown } from '~tests/town'
import { WouldFork } from './publish.server'
import { checkOwnRecord, isInTrouble, noteTrouble } from './self-check.server'
import { LedgerBroken } from './sequence.server'

const town = useTown()
let ledger: Sequenced
beforeAll(async () => {
  ledger = await sequencedTown(town.url)
  for (let made = 0; made < 600; made++) await town.given(async () => {})
  await ledger.all()
}, 120_000)
afterAll(() => ledger.end())

const guarded = ['entry', 'ledger_leaf', 'ledger_checkpoint']

/** What the town finds when somebody with full power over the database has changed something; it is put back afterwards. */
async function foundAfter(tampering: string, undo: string): Promise<string> {
  const asOwner = async (sql: string) => {
    for (const table of guarded) await town.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    await town.sql(sql)
    for (const table of guarded) await town.sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
  }
  await asOwner(tampering)
  try {
    return await checkOwnRecord(ledger.client).then(
      () => 'whole',
      (error: unknown) => (error instanceof LedgerBroken ? error.message : `another error: ${error}`),
    )
  } finally {
    await asOwner(undo)
  }
}

const entryAt = (seq: number) => `entry_id = (SELECT entry_id FROM ledger_leaf WHERE seq = ${seq})`
// Changing a bit twice puts it back.
const flip = (column: string, bit: number) => `${column} = set_bit(${column}, ${bit}, 1 - get_bit(${column}, ${bit}))`
const twice = (sql: string): [string, string] => [sql, sql]

describe('one changed byte anywhere is found and named', () => {
  test('and a whole record is whole, up to its last signed head', async () => {
    await checkOwnRecord(ledger.client)
    const [health] = await town.sql<{ checked_size: string; trouble: string | null }>('SELECT * FROM ledger_health')
    const [tree] = await town.sql<{ size: string }>('SELECT size FROM ledger_tree')
    expect(health).toMatchObject({ checked_size: tree?.size, trouble: null })
    expect(Number(tree?.size)).toBeGreaterThan(600)
  })

  test.each<[string, [string, string], string]>([
    [
      'a bit of an old entry',
      twice(`UPDATE entry SET ${flip('entry', 77)} WHERE ${entryAt(3)}`),
      'Entry 3 and its hash',
    ],
    ['a bit of a late entry', twice(`UPDATE entry SET ${flip('entry', 9)} WHERE ${entryAt(599)}`), 'Entry 599 and its'],
    ['the hash of an entry', twice(`UPDATE entry SET ${flip('leaf_hash', 5)} WHERE ${entryAt(300)}`), 'Entry 300 and'],
    ['the hash of a leaf', twice(`UPDATE ledger_leaf SET ${flip('leaf_hash', 5)} WHERE seq = 41`), 'Entry 41 and'],
    [
      'a full tile',
      twice(`UPDATE ledger_tile SET ${flip('hashes', 8 * 32 * 100)} WHERE level = 0 AND at = 1`),
      'Entry 356 and its hash in tile/0/001',
    ],
    [
      'a tile that still grows',
      twice(`UPDATE ledger_tile SET ${flip('hashes', 0)} WHERE level = 0 AND at = 2`),
      'Entry 512 and its hash in tile/0/002.p/',
    ],
    [
      'a tile higher up',
      twice(`UPDATE ledger_tile SET ${flip('hashes', 8 * 32 + 1)} WHERE level = 1 AND at = 0`),
      'Hash 1 of tile/1/000.p/2 is not that of the hashes below it.',
    ],
    [
      'how the tree goes on',
      twice(`UPDATE ledger_tree SET frontier[1] = set_bit(frontier[1], 3, 1 - get_bit(frontier[1], 3))`),
      'The tiles do not make the root',
    ],
    [
      'the signed root',
      twice(`UPDATE ledger_checkpoint SET ${flip('root', 3)} WHERE size = (SELECT max(size) FROM ledger_checkpoint)`),
      'The entries do not make the root',
    ],
  ])('%s', async (_, [tampering, undo], found) => {
    expect(await foundAfter(tampering, undo)).toContain(found)
    expect(await foundAfter('SELECT 1', 'SELECT 1')).toBe('whole')
  })
})

describe('while the record is not what was signed', () => {
  beforeEach(() => checkOwnRecord(ledger.client))

  test.each([
    ['broken', new LedgerBroken('Entry 3 and its hash in tile/0/000 do not belong together.')],
    ['fork', new WouldFork('The record here has 3 entries, and 4 were published.')],
  ])('nothing is decided, and reports come in (%s)', async (kind, trouble) => {
    const { ref } = await aCase(town)
    await noteTrouble(ledger.client, trouble)
    expect(await isInTrouble(ledger.client)).toBe(true)
    const decision = await act(town, closeCase, 'handler', ref, goodDecision)
    expect(decision.ok || decision.problem.toJSON()).toMatchObject({ status: 403, detail: `check.I05.${kind}` })
    const report = await enterAs(reportIssue, await town.visit('anybody'), lampReport(town.spots.north))
    expect(report.ok).toBe(true)
    await checkOwnRecord(ledger.client)
    expect((await act(town, closeCase, 'handler', ref, goodDecision)).ok).toBe(true)
  })

  test('an error that is not about the record stops no decision', async () => {
    await noteTrouble(ledger.client, new Error('The connection was lost.'))
    expect(await isInTrouble(ledger.client)).toBe(false)
  })

  test('the application cannot say of itself that all is well', async () => {
    await expect(town.db.$executeRaw`UPDATE ledger_health SET trouble = NULL`).rejects.toThrow('permission denied')
  })
})
