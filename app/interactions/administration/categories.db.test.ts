import { beforeAll, describe, expect, it } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { addCategory } from './add-category.server'
import { approveChange } from './approve-change.server'
import { editCategory } from './edit-category.server'
import { editCategoryList } from './edit-category-list.server'
import { openChange } from './open-change.server'
import { readCategories, readCategory } from './read-categories.server'
import { readCategoryHistory } from './read-category-history.server'
import { secondAdministrator } from './second-administrator.fixture'
import { declineChange, withdrawChange } from './settle-change.server'

const town = useTown()
const guarded: readonly AnyInteraction[] = [
  editCategory,
  editCategoryList,
  addCategory,
  approveChange,
  declineChange,
  withdrawChange,
  readCategories,
  readCategory,
]
let second: Awaited<ReturnType<typeof secondAdministrator>>
beforeAll(async () => {
  second = await secondAdministrator(town)
})

const admin = () => town.visit('administrator')
const row = (key: string) => town.db.category.findUniqueOrThrow({ where: { key } })

/** The form of a category as it stands, with something else in it. */
async function formOf(key: string, other: Record<string, unknown> = {}) {
  const now = await row(key)
  return {
    key,
    version: String(now.version),
    name: now.name,
    groupKey: now.groupKey,
    newGroup: {},
    synonyms: Object.fromEntries(
      Object.entries(now.synonyms as object).map(([language, words]) => [language, String(words)]),
    ),
    pictogram: now.pictogram,
    department: now.department,
    radiusM: String(now.radiusM),
    serviceDays: now.serviceDays === null ? '' : String(now.serviceDays),
    serviceDayKind: now.serviceDayKind,
    ...(now.isChoosable && { isChoosable: 'yes' }),
    ...(now.isEmergency && { isEmergency: 'yes' }),
    emergency: now.emergency,
    reason: 'Asked by the lighting crew',
    ...other,
  }
}

async function edit(key: string, other: Record<string, unknown>) {
  return enterAs(editCategory, await admin(), await formOf(key, other))
}

async function proposed(key: string, other: Record<string, unknown>) {
  const outcome = await edit(key, other)
  if (!outcome.ok || outcome.value.became !== 'waiting') throw new Error('Nothing was proposed.')
  return outcome.value.changeId
}

describe('who may change a category', () => {
  it.each(['anybody', 'resident', 'handler', 'oversight'] as const)('%s may not', async (who) => {
    const visit = await town.visit(who)
    for (const interaction of guarded) {
      const outcome = await enterAs(interaction, visit, await formOf('pothole'))
      expect(outcome).toMatchObject({ ok: false, problem: { status: who === 'anybody' ? 401 : 403 } })
    }
    expect((await row('pothole')).version).toBe(1)
  })
})

describe('a category that is changed', () => {
  it('becomes a version with the reason, and what stood there before stays readable', async () => {
    expect(await edit('graffiti', { name: { en: 'Graffiti and stickers', nl: 'Graffiti en stickers' } })).toMatchObject(
      {
        ok: true,
        value: { became: 'kept', version: 2 },
      },
    )
    const history = await enterAs(readCategoryHistory, await town.visit('oversight'), { key: 'graffiti' })
    expect(history).toMatchObject({
      ok: true,
      value: {
        versions: [
          {
            version: 2,
            reason: 'Asked by the lighting crew',
            changedBy: { jobTitle: 'Application manager' },
            changes: [
              {
                field: 'name',
                before: { en: 'Graffiti', nl: 'Graffiti', es: 'Grafiti', ar: 'كتابة على الجدران' },
                after: { en: 'Graffiti and stickers', nl: 'Graffiti en stickers' },
              },
            ],
          },
          { version: 1, isFirst: true },
        ],
      },
    })
    const [version] = (await town.db.town.findMany({ select: { version: true } })).map((one) => one.version)
    expect(version).toBeGreaterThan(1)
  })

  it('is found under the words that were typed, and hostile ones are kept as words', async () => {
    const hostile = `<script>alert(1)</script>'"; DROP TABLE category; -- \u202e${'x'.repeat(10)}`
    expect(
      await edit('graffiti', { name: { en: hostile }, synonyms: { en: 'tag, =HYPERLINK("x"), tag' } }),
    ).toMatchObject({ ok: true })
    const kept = await row('graffiti')
    expect(kept.name).toEqual({ en: `<script>alert(1)</script>'"; DROP TABLE category; -- xxxxxxxxxx` })
    expect(kept.synonyms).toEqual({ en: ['tag', '=HYPERLINK("x")'] })
  })

  it('is not changed without a reason, with a number that cannot be, or without a name', async () => {
    const before = await row('pothole')
    // 1e3 is a number to a program and a slip of the keyboard to a person.
    for (const wrong of [
      { reason: 'because' },
      { radiusM: '9' },
      { serviceDays: '731' },
      { radiusM: '1e3' },
      { name: {} },
    ]) {
      expect(await edit('pothole', wrong)).toMatchObject({ ok: false, problem: { type: 'invalid-input' } })
    }
    expect(await row('pothole')).toEqual(before)
  })

  it('is not changed from a form that somebody else overtook, nor by a form that changes nothing', async () => {
    const stale = await formOf('pothole', { department: 'Roads' })
    expect(await edit('pothole', { department: 'Paving' })).toMatchObject({ ok: true })
    expect(await enterAs(editCategory, await admin(), stale)).toMatchObject({
      ok: false,
      problem: { type: 'out-of-date' },
    })
    expect(await edit('pothole', {})).toMatchObject({ ok: false, problem: { type: 'nothing-changed' } })
    expect((await row('pothole')).department).toBe('Paving')
  })

  it.each(['entry', 'audit_event'])('stays as it was while %s accepts nothing', async (table) => {
    const before = await row('street-light')
    await town.breakRecords(table)
    await expect(edit('street-light', { department: 'Nobody' })).rejects.toThrow()
    expect(await row('street-light')).toEqual(before)
    expect(
      await town.db.categoryVersion.count({ where: { categoryKey: 'street-light', version: before.version + 1 } }),
    ).toBe(0)
  })

  it('accepts no later change of a version, not even from the owner of the database', async () => {
    await expect(
      town.sql(`UPDATE category_version SET reason = 'other' WHERE category_key = 'graffiti'`),
    ).rejects.toThrow('accepts no')
  })
})

describe('a change that shifts discretion', () => {
  it.each([
    ['other days to answer', { serviceDays: '30' }, ['serviceDays']],
    ['other kind of days', { serviceDayKind: 'calendar' }, ['serviceDayKind']],
    ['switching it off', { isChoosable: undefined }, ['isChoosable']],
    ['making it an emergency', { isEmergency: 'yes', emergency: { en: 'Call 112' } }, ['isEmergency']],
  ])('waits for a second administrator: %s', async (_, other, fields) => {
    const before = await row('street-light')
    const outcome = await edit('street-light', other)
    expect(outcome).toMatchObject({ ok: true, value: { became: 'waiting', fields } })
    expect(await row('street-light')).toEqual(before)
  })

  it('is not approved by the person who proposed it, and the refusal is on record', async () => {
    const id = await proposed('street-light', { serviceDays: '20' })
    const opened = await enterAs(openChange, await admin(), { id })
    expect(opened.ok && opened.value).toMatchObject({ isOwn: true, discretion: ['serviceDays'] })
    const version = opened.ok ? opened.value.version : 0
    const outcome = await enterAs(approveChange, await admin(), { id, version })
    expect(outcome).toMatchObject({ ok: false, problem: { check: 'I02', explanation: 'check.I02.same-person' } })
    const refused = await town.sql(
      `SELECT worst FROM entry WHERE kind = 'change.approve' AND problem = 'refused-by-safeguard'`,
    )
    expect(refused).toMatchObject([{ worst: 'block' }])
  })

  it('is not approved unopened, nor when it was changed after it was opened; then it is', async () => {
    const id = await proposed('street-light', { serviceDays: '21' })
    const visit = await second.visit()
    const versionNow = async () => (await town.db.proposedChange.findUniqueOrThrow({ where: { id } })).version
    expect(await enterAs(approveChange, visit, { id, version: await versionNow() })).toMatchObject({
      ok: false,
      problem: { explanation: 'check.I02.not-opened' },
    })
    const opened = await enterAs(openChange, visit, { id })
    const seen = opened.ok ? opened.value.version : 0
    await proposed('street-light', { serviceDays: '22' })
    expect(await enterAs(approveChange, visit, { id, version: seen })).toMatchObject({
      ok: false,
      problem: { explanation: 'check.I02.not-opened' },
    })
    // Naming the new version without having opened it does not help.
    expect(await enterAs(approveChange, visit, { id, version: await versionNow() })).toMatchObject({ ok: false })
    await enterAs(openChange, visit, { id })
    const approved = await enterAs(approveChange, visit, { id, version: await versionNow() })
    expect(approved).toMatchObject({ ok: true, value: { objectKey: 'street-light' } })
    expect((await row('street-light')).serviceDays).toBe(22)
    expect(
      await town.db.categoryVersion.findFirst({ where: { categoryKey: 'street-light' }, orderBy: { version: 'desc' } }),
    ).toMatchObject({
      changedBy: town.people.administrator.id,
      approvedBy: second.id,
    })
    expect(await enterAs(approveChange, visit, { id, version: await versionNow() })).toMatchObject({
      ok: false,
      problem: { type: 'out-of-date' },
    })
  })

  it('does not write over what was changed in between, and leaves other fields alone', async () => {
    const id = await proposed('pothole', { serviceDays: '12' })
    expect(await edit('pothole', { department: 'Asphalt' })).toMatchObject({ ok: true, value: { became: 'kept' } })
    await town.given((tx) => tx.category.update({ where: { key: 'pothole' }, data: { serviceDays: 15 } }))
    const visit = await second.visit()
    await enterAs(openChange, visit, { id })
    expect(await enterAs(approveChange, visit, { id, version: 1 })).toMatchObject({
      ok: false,
      problem: { type: 'out-of-date' },
    })
    await town.given((tx) => tx.category.update({ where: { key: 'pothole' }, data: { serviceDays: 10 } }))
    expect(await enterAs(approveChange, visit, { id, version: 1 })).toMatchObject({ ok: true })
    expect(await row('pothole')).toMatchObject({ serviceDays: 12, department: 'Asphalt' })
  })

  it('is declined with a reason by the second person, or taken back by its author alone', async () => {
    const first = await proposed('graffiti', { isChoosable: undefined })
    const visit = await second.visit()
    await enterAs(openChange, visit, { id: first })
    expect(await enterAs(withdrawChange, visit, { id: first, version: 1 })).toMatchObject({
      ok: false,
      problem: { status: 403 },
    })
    expect(await enterAs(declineChange, visit, { id: first, version: 1, reason: 'no' })).toMatchObject({
      ok: false,
      problem: { type: 'invalid-input' },
    })
    expect(
      await enterAs(declineChange, visit, { id: first, version: 1, reason: 'People still report this' }),
    ).toMatchObject({ ok: true })
    const again = await proposed('graffiti', { isChoosable: undefined })
    expect(await enterAs(withdrawChange, await admin(), { id: again, version: 1 })).toMatchObject({ ok: true })
    expect((await row('graffiti')).isChoosable).toBe(true)
  })

  it('of a colleague is not written over by another one', async () => {
    await proposed('gas-smell', { serviceDays: '1' })
    const form = await formOf('gas-smell', { serviceDays: '2' })
    expect(await enterAs(editCategory, await second.visit(), form)).toMatchObject({
      ok: false,
      problem: { type: 'change-waiting' },
    })
  })

  it('has no approver that is its author in the database either', async () => {
    const { id } = await town.db.proposedChange.findFirstOrThrow({ where: { state: 'waiting' } })
    await expect(
      town.given(
        (tx) =>
          tx.$executeRaw`UPDATE proposed_change SET state = 'approved', decided_by = author_id, decided_at = now() WHERE id = ${id}::uuid`,
      ),
    ).rejects.toThrow()
  })
})

describe('the list of categories', () => {
  const listForm = async (other: Record<string, Record<string, string>>) => {
    const rows = await town.db.category.findMany()
    const column = (of: (one: (typeof rows)[number]) => string) =>
      Object.fromEntries(rows.map((one) => [one.key, of(one)]))
    const form = {
      language: 'en',
      version: column(({ version }) => String(version)),
      name: column(({ name }) => (name as { en?: string }).en ?? ''),
      group: column(({ groupKey }) => groupKey),
      days: column(({ serviceDays }) => (serviceDays === null ? '' : String(serviceDays))),
      radius: column(({ radiusM }) => String(radiusM)),
      choosable: Object.fromEntries(rows.filter(({ isChoosable }) => isChoosable).map(({ key }) => [key, 'yes'])),
      reason: 'Yearly look at all kinds',
    } as Record<string, unknown>
    for (const [name, values] of Object.entries(other)) form[name] = { ...(form[name] as object), ...values }
    return form
  }

  it('keeps what differs, and puts aside what needs two people', async () => {
    const form = await listForm({
      radius: { pothole: '75' },
      name: { pothole: 'Hole in the road' },
      days: { graffiti: '8' },
    })
    expect(await enterAs(editCategoryList, await admin(), form)).toMatchObject({
      ok: true,
      value: { kept: ['pothole'], waiting: ['graffiti'] },
    })
    expect(await row('pothole')).toMatchObject({ radiusM: 75, name: { en: 'Hole in the road', nl: 'Gat in de weg' } })
    expect((await row('graffiti')).serviceDays).toBeNull()
  })

  it('keeps nothing when one line does not fit', async () => {
    const form = await listForm({ radius: { pothole: '80', graffiti: '99999' } })
    expect(await enterAs(editCategoryList, await admin(), form)).toMatchObject({
      ok: false,
      problem: { fields: { 'radius.graffiti': 'field.too-high' } },
    })
    expect((await row('pothole')).radiusM).toBe(75)
  })
})

describe('a new category', () => {
  it('begins switched off, with a key of its own and a first version', async () => {
    const form = { name: { en: 'Pothole', nl: 'Kuil' }, groupKey: 'streets', reason: 'Crew asked for it' }
    expect(await enterAs(addCategory, await admin(), form)).toMatchObject({ ok: true, value: { key: 'pothole-2' } })
    expect(await row('pothole-2')).toMatchObject({ isChoosable: false, version: 1, groupKey: 'streets' })
    expect(await town.db.categoryVersion.count({ where: { categoryKey: 'pothole-2' } })).toBe(1)
  })
})
