import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { keysOfPeople } from '~/platform/key-ring.server'
import { NotYourRole, RefusedBySafeguard, SentBefore, SignInNeeded } from '~/platform/problems'
import { open, unwrapKey } from '~/platform/sealing.server'
import { people } from '~tests/people-of-testdam'
import { useTown } from '~tests/town'
import { writeCounts } from './door/counters.server'
import { defineInteraction, enterAs } from './door.server'
import { opens } from './integrity/commitment.server'
import { readEntry } from './integrity/entry'
import { pseudonymOf } from './integrity/pseudonym.server'

const town = useTown()

const declared = {
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
} as const

/** Moves a category's radius: any change of a protected table will do. */
const moveRadius = defineInteraction({
  ...declared,
  name: 'trial.move-radius',
  input: z.object({ radiusM: z.coerce.number().int(), about: z.string().optional() }),
  roles: ['resident', 'civil-servant', 'administrator'],
  effect: 'write',
  touches: { category: ['radiusM'], report: ['description'] },
  async handle({ input, tx, after }) {
    await tx.category.update({ where: { key: 'pothole' }, data: { radiusM: input.radiusM } })
    after('trial.tell', { radiusM: input.radiusM })
    return { radiusM: input.radiusM }
  },
  about: ({ about }) => ({
    object: { type: 'category', ref: 'pothole' },
    area: 'north',
    subjects: about ? about.split(' ') : [],
  }),
})

const radius = async () => (await town.db.category.findUniqueOrThrow({ where: { key: 'pothole' } })).radiusM
const lastEntry = () => town.db.entry.findFirstOrThrow({ orderBy: { entryId: 'desc' } })
const queued = () =>
  town.db.$queryRaw<
    { n: bigint }[]
  >`SELECT count(*) AS n FROM graphile_worker.jobs WHERE task_identifier = 'trial.tell'`

describe('the line that the database holds', () => {
  test.each(['category', 'issue', 'person', 'town', 'area'])(
    'a change of %s past the door fails when it is committed',
    async (table) => {
      const before = await town.db.entry.count()
      const change = town.sql(
        table === 'issue'
          ? `INSERT INTO issue (ref, category_key, reported_at, updated_at) VALUES ('RAW-1', 'pothole', now(), now())`
          : `UPDATE ${table} SET ${{ category: 'version = version + 1', person: "language = 'nl'", town: 'version = version + 1', area: "name = name || 'x'" }[table]}`,
      )
      await expect(change).rejects.toThrow('without an entry in the record')
      expect(await town.db.entry.count()).toBe(before)
    },
  )

  test.each(['entry', 'processing_line', 'audit_event', 'participation_record', 'category_version'])(
    'nobody changes or deletes rows of %s, not even the owner of the tables',
    async (table) => {
      for (const statement of [
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
        `UPDATE ${table} SET ${table === 'entry' ? 'kind' : 'area_key'} = 'x'`,
      ]) {
        if (table !== 'entry' && table !== 'participation_record' && statement.startsWith('UPDATE')) continue
        await expect(town.sql(statement)).rejects.toThrow('accepts no')
      }
    },
  )

  test('the application may not even ask for it', async () => {
    await expect(town.db.$executeRaw`DELETE FROM entry`).rejects.toThrow('permission denied')
    await expect(town.db.$executeRaw`UPDATE entry SET worst = 'pass'`).rejects.toThrow('permission denied')
    await expect(town.db.$executeRaw`DELETE FROM report`).rejects.toThrow('permission denied')
    await expect(town.db.$executeRaw`DROP TRIGGER issue_needs_entry ON issue`).rejects.toThrow('must be owner')
    await expect(town.db.$executeRaw`ALTER TABLE issue DISABLE TRIGGER ALL`).rejects.toThrow('must be owner')
  })
})

describe('an act and its records', () => {
  test('stand in one transaction: what is done is recorded, with what follows from it', async () => {
    const outcome = await enterAs(moveRadius, await town.visit('administrator'), { radiusM: '111' })
    expect(outcome).toMatchObject({ ok: true, value: { radiusM: 111 } })
    expect(await radius()).toBe(111)
    const row = await lastEntry()
    const entry = readEntry(new TextDecoder().decode(row.entry))
    expect(entry).toMatchObject({
      k: 'trial.move-radius',
      role: 'administrator',
      obj: { type: 'category', ref: 'pothole' },
      why: 'maintain-public-space',
      data: { outcome: 'done', ict_role: 'instrumental', phase: 'co-deliver', trace: outcome.traceId },
    })
    expect(row).toMatchObject({
      kind: 'trial.move-radius',
      isRefused: false,
      areaKey: 'north',
      traceId: outcome.traceId,
    })
    expect(
      await town.db.auditEvent.count({ where: { traceId: outcome.traceId, personId: people.administrator.id } }),
    ).toBe(1)
    expect(await town.db.processingLine.count({ where: { traceId: outcome.traceId } })).toBeGreaterThan(0)
    expect(Number((await queued())[0]?.n)).toBe(1)
  })

  test('a resident leaves a participation record that says where and how, and never who', async () => {
    const before = await town.db.participationRecord.count()
    await enterAs(moveRadius, await town.visit('resident'), { radiusM: '112' })
    expect(await town.db.participationRecord.count()).toBe(before + 1)
    const record = await town.db.participationRecord.findFirstOrThrow({ orderBy: { recordId: 'desc' } })
    expect(record).toMatchObject({ interaction: 'trial.move-radius', areaKey: 'north', phase: 'co-deliver' })
    expect(JSON.stringify(record, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      people.resident.id,
    )
  })

  test.each(['entry', 'entry_pending', 'processing_line', 'audit_event', 'entry_opening'])(
    'when %s cannot be written, nothing has happened',
    async (table) => {
      const before = { radius: await radius(), entries: await town.db.entry.count(), jobs: await queued() }
      await town.breakRecords(table)
      await expect(enterAs(moveRadius, await town.visit('administrator'), { radiusM: '120' })).rejects.toThrow()
      await town.mendRecords()
      expect({ radius: await radius(), entries: await town.db.entry.count(), jobs: await queued() }).toEqual(before)
    },
  )

  test('when the participation record of a resident cannot be written, nothing has happened', async () => {
    const before = await radius()
    await town.breakRecords('participation_record')
    await expect(enterAs(moveRadius, await town.visit('resident'), { radiusM: '121' })).rejects.toThrow()
    await town.mendRecords()
    expect(await radius()).toBe(before)
  })

  test('two people in one act are two lines under one, and never in one line together', async () => {
    const about = `${people.resident.id} ${people.newcomer.id}`
    const { traceId } = await enterAs(moveRadius, await town.visit('administrator'), { radiusM: '113', about })
    const lines = await town.db.processingLine.findMany({ where: { traceId, name: 'trial.move-radius' } })
    const subjects = lines.map((line) => line.dataSubjectId)
    expect(new Set(subjects)).toEqual(new Set([null, pseudonymOf(people.resident.id), pseudonymOf(people.newcomer.id)]))
    const act = lines.find((line) => line.dataSubjectId === null)
    expect(lines.filter((line) => line.parentSpanId === act?.spanId)).toHaveLength(2)
  })

  test('the openings of a person are numbered without a hole, and open what the entries commit to', async () => {
    for (const radiusM of ['114', '115'])
      await enterAs(moveRadius, await town.visit('administrator'), { radiusM, about: people.resident.id })
    const person = await town.db.person.findUniqueOrThrow({
      where: { id: people.resident.id },
      include: { personKey: true },
    })
    const key = unwrapKey(keysOfPeople(), person.id, person.personKey?.wrappedKey ?? new Uint8Array())
    const rows = await town.db.entryOpening.findMany({
      where: { personId: person.id },
      include: { entry: true },
      orderBy: { entryId: 'asc' },
    })
    const numbers = rows.map(({ sealed, name, entry }) => {
      const said = JSON.parse(open(key, sealed, 'entry_opening.sealed'))
      const read = readEntry(new TextDecoder().decode(entry.entry))
      const commitment = name === 'who' ? read.who : read.pii?.[name]
      expect(opens(commitment ?? '', { ...said, salt: Buffer.from(said.salt, 'base64url') })).toBe(true)
      expect(said.value.s).toBe(person.id)
      return said.value.n
    })
    expect(numbers).toEqual(Array.from({ length: person.entryCount }, (_, at) => at + 1))
  })
})

describe('a refusal', () => {
  const closeWithoutReasons = defineInteraction({
    ...declared,
    name: 'trial.close',
    input: z.object({}),
    roles: ['civil-servant'],
    mandate: 'decide',
    effect: 'write',
    touches: { decision: ['reasons'] },
    facts: async () => ({
      mandateFor: { category: 'pothole', area: 'south' },
      interests: { reportedThisIssue: false, livesInArea: false, declared: false, waivedBy: null },
      decision: {
        facts: 'Seen.',
        ground: 'Policy',
        reasons: '',
        redress: { body: 'Office', termDays: 42, address: 'Town Hall' },
      },
    }),
    handle: async () => {
      throw new Error('must not be reached')
    },
    about: () => ({ object: { type: 'issue', ref: 'x' } }),
  })

  test('by a check is recorded with what every check said, and the handler never runs', async () => {
    const outcome = await enterAs(closeWithoutReasons, await town.visit('handler'), {})
    expect(outcome.ok).toBe(false)
    if (outcome.ok) return
    expect(outcome.problem).toBeInstanceOf(RefusedBySafeguard)
    expect(outcome.problem.toJSON()).toMatchObject({ status: 403, values: { check: 'L08' } })
    const entry = await lastEntry()
    expect(entry).toMatchObject({
      kind: 'trial.close',
      isRefused: true,
      worst: 'block',
      problem: 'refused-by-safeguard',
    })
    expect(JSON.stringify(entry.checks)).toContain('L08')
  })

  test('stands in the trail of the issue it was about, and under its own name when it was about none', async () => {
    await enterAs(closeWithoutReasons, await town.visit('handler'), { ref: 'TES-2345-678' })
    expect(await lastEntry()).toMatchObject({ objectType: 'issue', objectRef: 'TES-2345-678', isRefused: true })
    await enterAs(closeWithoutReasons, await town.visit('handler'), { ref: 'rosa.jansen' })
    expect(await lastEntry()).toMatchObject({ objectType: 'refusal', objectRef: 'refused-by-safeguard' })
  })

  test('says which mandate is missing', async () => {
    const outcome = await enterAs(closeWithoutReasons, await town.visit('northHandler'), {})
    expect(outcome.ok ? null : outcome.problem.toJSON()).toMatchObject({ values: { check: 'L13' } })
    const none = await enterAs(closeWithoutReasons, await town.visit('newcomer'), {})
    expect(none.ok ? null : none.problem.toJSON()).toMatchObject({
      detail: 'check.L13.not-held',
      values: { act: 'decide' },
    })
  })

  test('to somebody of another role is recorded; a stranger at a staff door leaves no row', async () => {
    const before = await town.db.entry.count()
    const resident = await enterAs(closeWithoutReasons, await town.visit('resident'), {})
    expect(resident.ok ? null : resident.problem).toBeInstanceOf(NotYourRole)
    expect(await town.db.entry.count()).toBe(before + 1)
    const stranger = await enterAs(closeWithoutReasons, await town.visit('anybody'), {})
    expect(stranger.ok ? null : stranger.problem).toBeInstanceOf(SignInNeeded)
    expect(await town.db.entry.count()).toBe(before + 1)
  })
})

describe('the same form twice', () => {
  test('twenty parallel copies make one act, and all get the same answer', async () => {
    const once = randomUUID()
    const before = await town.db.entry.count()
    const visit = await town.visit('administrator')
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => enterAs(moveRadius, visit, { radiusM: '130', once })),
    )
    expect(outcomes.every((outcome) => outcome.ok && outcome.value.radiusM === 130)).toBe(true)
    expect(await town.db.entry.count()).toBe(before + 1)
  })

  test('with other content is refused', async () => {
    const once = randomUUID()
    const visit = await town.visit('administrator')
    await enterAs(moveRadius, visit, { radiusM: '131', once })
    const second = await enterAs(moveRadius, visit, { radiusM: '132', once })
    expect(second.ok ? null : second.problem).toBeInstanceOf(SentBefore)
    expect(await radius()).toBe(131)
  })
})

describe('a public read', () => {
  const look = defineInteraction({
    ...declared,
    name: 'trial.look',
    input: z.object({}),
    roles: ['resident', 'oversight'],
    effect: 'public-read',
    touches: {},
    handle: async ({ tx }) => ({ n: await tx.area.count() }),
    areaOf: () => 'south',
  })

  test('leaves a count and no record', async () => {
    const before = await town.db.entry.count()
    for (let time = 0; time < 3; time++) await enterAs(look, await town.visit('anybody'), {})
    await writeCounts()
    expect(await town.db.entry.count()).toBe(before)
    const counts = await town.db.readCount.findMany({ where: { interaction: 'trial.look' } })
    expect(counts).toMatchObject([{ areaKey: 'south', n: 3n, channel: 'web' }])
  })

  test('that tries to queue work fails', async () => {
    const pushy = defineInteraction({
      ...look,
      name: 'trial.push',
      async handle({ after }) {
        after('x', {})
        return { n: 0 }
      },
    })
    await expect(enterAs(pushy, await town.visit('anybody'), {})).rejects.toThrow('changes nothing')
  })
})
