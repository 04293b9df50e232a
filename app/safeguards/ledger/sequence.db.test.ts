import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sequenced, sequencedTown } from '~tests/sequenced'
import { useTown } from '~tests/town'
import { readCheckpoint } from './checkpoint'
import { isConsistent, isIncluded, leafHash } from './merkle'
import { checkSignature, sha256 } from './node-crypto.server'
import { consistencyPlan, followPlan, inclusionPlan, type Position } from './proofs'
import { guardAgainstFork, publish, rootAt, WouldFork } from './publish.server'
import { LedgerBroken, sequenceOnce, treeHead } from './sequence.server'
import { openNote, readVerifierKey } from './signed-note'
import { signerFrom, UnusableKey } from './signing-key.server'
import { hashInTile, tileOf } from './tiles'

const town = useTown()
let ledger: Sequenced
beforeAll(async () => {
  ledger = await sequencedTown(town.url)
})
afterAll(() => ledger.end())

const add = async (many: number) => {
  for (let made = 0; made < many; made++) await town.given(async () => {})
}
const waiting = async () => Number((await town.sql<{ n: string }>('SELECT count(*) AS n FROM entry_pending'))[0]?.n)
const checkpointOf = async (note: string | null) => {
  const keys = [readVerifierKey(sha256, ledger.signer.vkey)]
  const { text } = await openNote({ note: note ?? '', keys }, checkSignature)
  return readCheckpoint(text)
}
const leavesOf = () =>
  town.sql<{ seq: string; entry: Buffer }>(
    'SELECT seq, entry FROM ledger_leaf JOIN entry USING (entry_id) ORDER BY seq',
  )

// Hashes as somebody outside gets them: from the tiles of a tree of this size.
async function hashesFor(plan: readonly (readonly Position[])[], size: number) {
  const hashes = new Map<string, Uint8Array>()
  for (const position of plan.flat()) {
    const { level, index, width } = tileOf(position, size)
    const [tile] = await town.sql<{ hashes: Buffer }>('SELECT hashes FROM ledger_tile WHERE level = $1 AND at = $2', [
      level,
      index,
    ])
    const bytes = (tile?.hashes ?? Buffer.alloc(0)).subarray(0, width * 32)
    hashes.set(`${position.level} ${position.index}`, hashInTile(sha256, position, bytes))
  }
  return followPlan(sha256, plan, ({ level, index }) => hashes.get(`${level} ${index}`) ?? new Uint8Array())
}

describe('the tree', () => {
  test('takes every waiting entry once, in order and without gaps', async () => {
    await add(300)
    const note = await ledger.all()
    const { size, root, origin } = await checkpointOf(note)
    const leaves = await leavesOf()
    expect(origin).toBe('localhost:3000/safeguards/1')
    expect(leaves.map(({ seq }) => Number(seq))).toEqual(Array.from({ length: size }, (_, at) => at))
    expect(size).toBe(Number((await town.sql<{ n: string }>('SELECT count(*) AS n FROM entry'))[0]?.n))
    expect(await waiting()).toBe(0)
    for (const index of [0, 1, 254, 255, 256, 257, size - 1]) {
      const path = await hashesFor(inclusionPlan(index, size), size)
      const leaf = leafHash(sha256, leaves[index]?.entry ?? new Uint8Array())
      expect(isIncluded(sha256, { index, size, leaf, path, root }), `entry ${index}`).toBe(true)
    }
  })

  test('grows: each head begins with the one before, also over the edge of a tile', async () => {
    let before = await checkpointOf((await ledger.all()) ?? (await lastNote()))
    for (const more of [1, 200, 12, 43, 1]) {
      await add(more)
      const after = await checkpointOf(await ledger.all())
      expect(after.size).toBe(before.size + more)
      const path = await hashesFor(consistencyPlan(before.size, after.size), after.size)
      const grown = { from: before.size, to: after.size, fromRoot: before.root, toRoot: after.root, path }
      expect(isConsistent(sha256, grown)).toBe(true)
      expect(Buffer.from(await rootAt(ledger.client, before.size)).equals(Buffer.from(before.root))).toBe(true)
      before = after
    }
  })

  test('an entry whose act ends late is taken then, after those that began later', async () => {
    let end = () => {}
    const untilEnd = new Promise<void>((resolve) => {
      end = resolve
    })
    const late = await new Promise<{ done: Promise<void> }>((begun) => {
      const done = town.given(() => {
        begun({ done })
        return untilEnd
      })
    })
    await add(3)
    const before = await checkpointOf(await ledger.all())
    end()
    await late.done
    const after = await checkpointOf(await ledger.all())
    expect(after.size).toBe(before.size + 1)
    const numbers = await town.sql<{ entry_id: string }>('SELECT entry_id FROM ledger_leaf ORDER BY seq DESC LIMIT 2')
    expect(Number(numbers[0]?.entry_id)).toBeLessThan(Number(numbers[1]?.entry_id))
    expect(await waiting()).toBe(0)
  })

  test('two that sequence at once give no number twice', async () => {
    const other = await sequencedTown(town.url)
    await add(40)
    await Promise.all([ledger, other].map(({ client }) => sequenceOnce(client)))
    await other.end()
    const leaves = await leavesOf()
    expect(leaves.map(({ seq }) => Number(seq))).toEqual(leaves.map((_, at) => at))
    expect((await treeHead(ledger.client)).size).toBe(leaves.length)
    await ledger.all()
  })

  test('an entry that is not what was written stops it, and nothing is taken', async () => {
    await add(2)
    const [row] = await town.sql<{ entry_id: string; entry: Buffer }>(
      'SELECT entry_id, entry FROM entry ORDER BY entry_id DESC LIMIT 1',
    )
    const change = async (entry: Buffer) => {
      await town.sql('ALTER TABLE entry DISABLE TRIGGER USER')
      await town.sql('UPDATE entry SET entry = $1 WHERE entry_id = $2', [entry, row?.entry_id])
      await town.sql('ALTER TABLE entry ENABLE TRIGGER USER')
    }
    const before = await treeHead(ledger.client)
    await change(Buffer.from(row?.entry.toString('utf8').replace('testdam', 'testdorp') ?? ''))
    await expect(sequenceOnce(ledger.client)).rejects.toThrow(LedgerBroken)
    expect(await waiting()).toBe(2)
    expect(await treeHead(ledger.client)).toEqual(before)
    await change(row?.entry ?? Buffer.alloc(0))
    expect(await sequenceOnce(ledger.client)).toBe(2)
    await ledger.all()
  })
})

const lastNote = async () =>
  (await town.sql<{ note: string }>('SELECT note FROM ledger_checkpoint ORDER BY size DESC LIMIT 1'))[0]?.note ?? null

describe('signing', () => {
  test('nothing new is not signed again', async () => {
    await ledger.all()
    expect(await ledger.all()).toBeNull()
  })

  test('a database older than what was published is not signed', async () => {
    await add(1)
    await ledger.all()
    await expect(guardAgainstFork(ledger.client, ledger.keyFile)).resolves.toBeUndefined()
    const kept = readFileSync(`${ledger.keyFile}.checkpoint`, 'utf8')
    const { size } = await treeHead(ledger.client)
    for (const changed of [
      kept.replace(`\n${size}\n`, `\n${size + 1}\n`),
      kept.replace(/\n.{4}(.*)=\n\n/, '\nAAAA$1=\n\n'),
    ]) {
      expect(changed).not.toBe(kept)
      writeFileSync(`${ledger.keyFile}.checkpoint`, changed)
      await expect(guardAgainstFork(ledger.client, ledger.keyFile)).rejects.toThrow(WouldFork)
    }
    writeFileSync(`${ledger.keyFile}.checkpoint`, kept)
    await expect(guardAgainstFork(ledger.client, ledger.keyFile)).resolves.toBeUndefined()
  })

  test('a changed tree is not signed', async () => {
    const [tree] = await town.sql<{ frontier: Buffer[] }>('SELECT frontier FROM ledger_tree')
    const changed = (tree?.frontier ?? []).map((hash) => Buffer.from(hash.map((byte) => byte ^ 1)))
    await town.sql('UPDATE ledger_tree SET frontier = $1::bytea[]', [changed])
    await expect(publish(ledger.client, ledger.signer, ledger.keyFile)).rejects.toThrow(LedgerBroken)
    await town.sql('UPDATE ledger_tree SET frontier = $1::bytea[]', [tree?.frontier])
    expect(await publish(ledger.client, ledger.signer, ledger.keyFile)).toBeNull()
  })

  test('the key is for its owner alone, and stays the same', async () => {
    expect(statSync(ledger.keyFile).mode & 0o777).toBe(0o400)
    expect((await signerFrom(ledger.keyFile, ledger.signer.name)).vkey).toBe(ledger.signer.vkey)
    chmodSync(ledger.keyFile, 0o440)
    await expect(signerFrom(ledger.keyFile, 'town.example/safeguards/1')).rejects.toThrow(UnusableKey)
    chmodSync(ledger.keyFile, 0o400)
    const broken = `${ledger.keyFile}.broken`
    writeFileSync(broken, 'no key', { mode: 0o400 })
    await expect(signerFrom(broken, 'town.example/safeguards/1')).rejects.toThrow(UnusableKey)
  })
})

describe('the rights in the database', () => {
  test('the application reads the tree and cannot touch it', async () => {
    const tables = ['ledger_leaf', 'ledger_tree', 'ledger_tile', 'ledger_checkpoint', 'ledger_key', 'ledger_witness']
    for (const table of tables) {
      await expect(town.db.$queryRawUnsafe(`SELECT 1 FROM ${table} LIMIT 1`)).resolves.toBeDefined()
      await expect(town.db.$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/)
      await expect(town.db.$executeRawUnsafe(`INSERT INTO ${table} DEFAULT VALUES`)).rejects.toThrow(
        /permission denied/,
      )
    }
    await expect(town.db.$executeRawUnsafe('DELETE FROM entry_pending')).rejects.toThrow(/permission denied/)
  })

  test('the sequencer sees entries and nothing else of the town', async () => {
    for (const table of ['person', 'report', 'issue', 'audit_event', 'processing_line', 'entry_opening', 'mail'])
      await expect(ledger.client.query(`SELECT 1 FROM ${table}`), table).rejects.toThrow(/permission denied/)
    await expect(ledger.client.query('SELECT trace_id FROM entry')).rejects.toThrow(/permission denied/)
    await expect(ledger.client.query('DELETE FROM ledger_leaf')).rejects.toThrow(/permission denied/)
    await expect(ledger.client.query('UPDATE ledger_checkpoint SET size = 0')).rejects.toThrow(/permission denied/)
  })

  test('a signed head takes signatures below its own, and nothing else', async () => {
    const below = '— uni.example/witness AAAAAAAA\n'
    const add = (what: string, values: unknown[] = []) =>
      town.sql(`UPDATE ledger_checkpoint SET ${what} WHERE size = (SELECT max(size) FROM ledger_checkpoint)`, values)
    const before = await lastNote()
    await ledger.client.query('UPDATE ledger_checkpoint SET note = note || $1', [below])
    expect(await lastNote()).toBe(before + below)
    for (const text of ['', 'words\n', '— uni.example/witness AAAAAAAA', `\n${below}`, `${below}\n`])
      await expect(add('note = note || $1', [text]), text).rejects.toThrow(/accepts no UPDATE/)
    await expect(add('note = $1', [before])).rejects.toThrow(/accepts no UPDATE/)
    await expect(add('note = $1 || note', [below])).rejects.toThrow(/accepts no UPDATE/)
    await expect(add('note = note || $1, made_at = now()', [below])).rejects.toThrow(/accepts no UPDATE/)
    await expect(town.db.$executeRawUnsafe('UPDATE ledger_checkpoint SET note = note')).rejects.toThrow(
      /permission denied/,
    )
    expect(await lastNote()).toBe(before + below)
  })

  test('not even the owner changes what was signed without taking a guard away', async () => {
    for (const table of ['ledger_leaf', 'ledger_checkpoint', 'ledger_key']) {
      const [column = ''] = { ledger_leaf: ['seq'], ledger_checkpoint: ['size'], ledger_key: ['vkey'] }[table] ?? []
      await expect(town.sql(`UPDATE ${table} SET ${column} = ${column}`), table).rejects.toThrow()
      await expect(town.sql(`DELETE FROM ${table}`), table).rejects.toThrow()
    }
  })
})
