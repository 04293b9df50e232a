import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Prisma } from '~/platform/db.server'
import { defineInteraction, enterAs } from '~/safeguards/door.server'
import type { AnyInteraction, Interaction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { interactions } from '../register.server'
import { countDays } from './count-days.server'
import { exportEntries } from './export-entries.server'
import { findTrail } from './find-trail.server'
import { listEntries } from './list-entries.server'
import { isOutOfHours } from './out-of-hours.server'
import { readOneEntry } from './read-entry.server'
import { readRules } from './read-rules.server'
import { readTrail } from './read-trail.server'
import { seeNeedsLook } from './see-needs-look.server'

const town = useTown()
const { handler, resident, northHandler } = town.people
const readings: readonly AnyInteraction[] = [
  seeNeedsLook,
  listEntries,
  countDays,
  findTrail,
  readTrail,
  readOneEntry,
  readRules,
  exportEntries,
]

/** Acts of this test alone: a civil servant works on an issue; contact details are opened in an emergency. */
const workOn = defineInteraction({
  name: 'case.take',
  effect: 'write',
  input: z.object({ ref: z.string() }),
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive'],
  mandate: 'answer',
  touches: { issue: ['assignee'] },
  facts: async () => ({ mandateFor: { category: 'pothole', area: 'south' } }),
  async handle({ tx, actor, input }) {
    await tx.issue.update({ where: { ref: input.ref }, data: { assigneeId: actor.id } })
    return {}
  },
  about: ({ ref }) => ({ object: { type: 'issue', ref }, area: 'south' }),
})
const breakGlass = defineInteraction({
  name: 'contact.break-glass',
  effect: 'read',
  input: z.object({ ref: z.string() }),
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['integrity'],
  touches: { contact: ['email'] },
  facts: async () => ({
    access: { relation: 'none', breakGlass: { category: 'danger', reason: 'Somebody may be hurt behind that door' } },
  }),
  handle: async () => ({}),
  about: ({ ref }) => ({ object: { type: 'issue', ref }, area: 'south', subjects: [resident.id] }),
})

const ref = 'TDM-OVER-001'
beforeAll(async () => {
  await town.given((tx) =>
    tx.issue.create({
      data: {
        ref,
        categoryKey: 'pothole',
        place: 'Café Noirlaan 3',
        areaKey: 'south',
        reportedAt: new Date('2026-01-05T09:00:00Z'),
        updatedAt: new Date('2026-01-05T09:00:00Z'),
        dueAt: new Date('2026-01-20T00:00:00Z'),
      },
    }),
  )
  await enterAs(workOn, await town.visit('handler'), { ref })
  await enterAs(breakGlass, await town.visit('handler'), { ref })
  // Within no mandate of theirs: refused, and recorded.
  await enterAs(workOn, await town.visit('northHandler'), { ref })
})

const officer = () => town.visit('oversight')
async function read<Input extends z.ZodType, Value>(
  interaction: Interaction<Input, Value>,
  input: Record<string, unknown> = {},
): Promise<Value> {
  const outcome = await enterAs(interaction, await officer(), input)
  if (!outcome.ok) throw new Error(`Refused: ${outcome.problem.type}`)
  return outcome.value
}

describe('who may enter', () => {
  it.each(['anybody', 'resident', 'handler', 'administrator'] as const)('%s may not', async (who) => {
    const visit = await town.visit(who)
    for (const interaction of readings) {
      const outcome = await enterAs(interaction, visit, { ref, id: ref })
      expect(outcome).toMatchObject({ ok: false, problem: { status: who === 'anybody' ? 401 : 403 } })
    }
  })

  it('an administrator who tries is on record', async () => {
    const refused = await town.sql(
      `SELECT 1 FROM entry WHERE role = 'administrator' AND is_refused AND kind = 'oversight.list-entries'`,
    )
    expect(refused).toHaveLength(1)
  })

  it('an oversight officer changes nothing: every act of another kind is refused', async () => {
    const own = new Set(['session.end', 'session.end-own', 'account.change-password', 'account.new-recovery-codes'])
    const writes = interactions.filter(
      ({ effect, roles, name }) => effect === 'write' && roles.includes('oversight') && !own.has(name),
    )
    // What is left is open to whoever has no account too: reporting as a resident does, signing in, an invitation of their own.
    const towns = writes.filter(({ touches }) =>
      Object.keys(touches).some((subject) =>
        ['category', 'town', 'mandate', 'decision', 'update', 'note', 'issue'].includes(subject),
      ),
    )
    expect(towns.map(({ name }) => name)).toEqual([])
    for (const one of readings) expect(one.effect).toBe('read')
  })
})

describe('each look of oversight', () => {
  it('is recorded with its purpose, as an entry and as an audit event', async () => {
    await read(listEntries, { purpose: 'review-access' })
    const looks = await town.sql(
      `SELECT a.purpose_of_use FROM audit_event a JOIN entry e ON e.trace_id = a.trace_id
       WHERE e.kind = 'oversight.list-entries' AND NOT e.is_refused ORDER BY e.entry_id DESC LIMIT 1`,
    )
    expect(looks).toEqual([{ purpose_of_use: 'review-access' }])
  })

  it('has a purpose of the register, whatever the address says', async () => {
    await read(listEntries, { purpose: 'curiosity' })
    const looks = await town.sql(
      `SELECT purpose_of_use FROM audit_event WHERE role = 'oversight' ORDER BY event_id DESC LIMIT 1`,
    )
    expect(looks).toEqual([{ purpose_of_use: 'review-decisions' }])
  })

  it('does not happen when it cannot be recorded', async () => {
    await town.breakRecords('audit_event')
    await expect(read(listEntries)).rejects.toThrow()
    await expect(read(exportEntries)).rejects.toThrow()
  })
})

describe('everything recorded', () => {
  it('is found by name, role, ending, area, day and reference', async () => {
    const found = async (input: Record<string, string>) =>
      (await read(listEntries, input)).rows.map(({ kind, isRefused }) => `${kind}${isRefused ? ' refused' : ''}`)
    expect(await found({ kind: 'case.take' })).toEqual(['case.take refused', 'case.take'])
    expect(await found({ kind: 'case.take', ending: 'refused' })).toEqual(['case.take refused'])
    expect(await found({ ending: 'warned' })).toEqual(['contact.break-glass'])
    expect(await found({ area: 'south', role: 'civil-servant' })).toEqual(['contact.break-glass', 'case.take'])
    expect(await found({ object: ref })).toEqual(['case.take refused', 'contact.break-glass', 'case.take'])
    expect(await found({ kind: 'case.take', to: '2020-01-01' })).toEqual([])
    expect(await found({ kind: 'case.take', from: '2020-01-01' })).toHaveLength(2)
    // What cannot be read is no condition, and no fault either.
    expect(await found({ kind: "x' OR 1=1", area: '<b>', from: '2026-02-31', object: ref })).toHaveLength(3)
  })

  it('is read page by page without a gap and without anything twice', async () => {
    for (let n = 0; n < 60; n++) await read(countDays)
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { rows: { id: string }[]; older: string | null } = await read(listEntries, {
        kind: 'oversight.count-days',
        role: 'oversight',
        ...(after && { after }),
      })
      seen.push(...page.rows.map(({ id }) => id))
      after = page.older
    } while (after)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(60)
  })

  it('shows staff by label and function, and never a name', async () => {
    const { rows } = await read(listEntries, { kind: 'case.take', ending: 'done' })
    expect(rows[0]?.staff).toEqual({
      label: expect.stringMatching(/^[B-Z2-9]{3}-[B-Z2-9]{3}$/),
      jobTitle: handler.jobTitle,
    })
    const [refused] = (await read(listEntries, { kind: 'case.take', ending: 'refused' })).rows
    expect(refused?.staff?.label).not.toBe(rows[0]?.staff?.label)
    expect(JSON.stringify(await read(listEntries))).not.toContain(handler.name)
  })
})

describe('what needs a look', () => {
  it('begins with broken glass, refusals, warnings and what is overdue without a word', async () => {
    const look = await read(seeNeedsLook, { days: '7' })
    expect(look).toMatchObject({
      glass: [
        {
          category: 'danger',
          reason: 'Somebody may be hurt behind that door',
          ref,
          staff: { jobTitle: handler.jobTitle },
        },
      ],
      warnings: { n: 1 },
      overdue: { n: 1, rows: [{ ref, category: 'Pothole' }] },
      letters: 0,
      deadJobs: 0,
    })
    expect(look.refusals.n).toBeGreaterThan(0)
  })

  it('leaves imported history and answered issues out of what is overdue', async () => {
    await town.given((tx) =>
      tx.issue.update({ where: { ref }, data: { acknowledgedAt: new Date('2026-01-06T09:00:00Z') } }),
    )
    expect((await read(seeNeedsLook)).overdue.n).toBe(0)
    await town.given((tx) => tx.issue.update({ where: { ref }, data: { acknowledgedAt: null, isImported: true } }))
    expect((await read(seeNeedsLook)).overdue.n).toBe(0)
    await town.given((tx) => tx.issue.update({ where: { ref }, data: { isImported: false } }))
  })
})

describe('the trail of an issue', () => {
  it('tells what happened, who by role, on what ground, by which mandate, and what each check said', async () => {
    const { acts, issue } = await read(readTrail, { ref: ref.toLowerCase() })
    expect(issue).toMatchObject({ ref, category: 'Pothole', place: 'Café Noirlaan 3' })
    expect(acts.map(({ kind }) => kind)).toEqual(['case.take', 'contact.break-glass', 'case.take'])
    const [taken, opened, refused] = acts
    expect(refused).toMatchObject({ isRefused: true })
    expect(refused?.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toContain('L13 block')
    expect(taken).toMatchObject({
      role: 'civil-servant',
      ground: 'A6-1-e-public-interest',
      purpose: 'maintain-public-space',
      isRefused: false,
    })
    expect(taken?.checks.map(({ id, outcome }) => `${id} ${outcome}`)).toContain('L13 pass')
    expect(taken?.audits).toMatchObject([
      { staff: { jobTitle: handler.jobTitle }, mandate: { ground: 'Mandate decree of Testdam 2020' } },
    ])
    expect(opened?.audits[0]?.breakGlass).toMatchObject({ category: 'danger' })
    expect(opened?.lines.filter(({ subject }) => subject)).toMatchObject([{ subject: expect.stringMatching(/^ps:/) }])
    expect(JSON.stringify(acts)).not.toContain(resident.name)
  })

  it('of an issue that is not there is not found', async () => {
    expect(await enterAs(readTrail, await officer(), { ref: 'TDM-NO-SUCH' })).toMatchObject({
      ok: false,
      problem: { type: 'not-found' },
    })
    expect(await read(findTrail, { ref: 'nothing' })).toMatchObject({ found: null, recent: [{ ref }] })
    expect(await read(findTrail, { ref: ` ${ref.toLowerCase()} ` })).toMatchObject({ found: ref })
  })
})

describe('one entry', () => {
  it('is shown as it is kept, and its fingerprint is computed again', async () => {
    const [row] = (await read(listEntries, { kind: 'contact.break-glass' })).rows
    const entry = await read(readOneEntry, { id: row?.id })
    expect(JSON.parse(entry.text)).toMatchObject({ id: row?.id, k: 'contact.break-glass', obj: { type: 'issue', ref } })
    expect(entry).toMatchObject({
      isIntact: true,
      ground: 'A6-1-e-public-interest',
      leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(entry.text).not.toContain(resident.id)
  })

  it('that nobody has is not found', async () => {
    for (const id of ['00000000-0000-4000-8000-00000000ffff', 'x', "'; DROP TABLE entry"]) {
      expect(await enterAs(readOneEntry, await officer(), { id })).toMatchObject({
        ok: false,
        problem: { type: 'not-found' },
      })
    }
  })
})

describe('the export', () => {
  it('has the rows of the list, no name, and a record of how many left', async () => {
    const { csv, rows } = await read(exportEntries, { kind: 'case.take' })
    expect(rows).toBe(2)
    expect(csv.startsWith('\ufeff"entry","time","interaction"')).toBe(true)
    expect(csv.split('\r\n')).toHaveLength(4)
    for (const { name } of [handler, northHandler, resident]) expect(csv).not.toContain(name)
    const [entry] = await town.sql<{ text: string }>(
      `SELECT convert_from(entry, 'UTF8') AS text FROM entry WHERE kind = 'access.export' AND NOT is_refused ORDER BY entry_id DESC LIMIT 1`,
    )
    expect(JSON.parse(entry?.text ?? '{}').data.facts).toEqual({ rows: 2, kind: 'case.take' })
  })
})

it('days are counted as the town counts them', async () => {
  const { days } = await read(countDays, { kind: 'case.take' })
  expect(days).toHaveLength(28)
  expect(days[0]).toMatchObject({ acts: 2, refused: 1, byStaff: 2 })
})

it('changed rules are read with who changed them and why', async () => {
  await town.given((tx) =>
    tx.categoryVersion.createMany({
      data: [
        { categoryKey: 'graffiti', version: 1, content: { serviceDays: 5 }, reason: '' },
        {
          categoryKey: 'graffiti',
          version: 2,
          content: { serviceDays: 10 },
          reason: 'Fewer crews',
          changedBy: town.people.administrator.id,
        },
      ],
    }),
  )
  expect(await read(readRules)).toMatchObject({
    versions: [
      {
        of: 'graffiti',
        version: 2,
        reason: 'Fewer crews',
        changedBy: { jobTitle: 'Application manager' },
        changes: [{ field: 'serviceDays', before: 5, after: 10 }],
      },
    ],
  })
})

describe('working hours', () => {
  const odd = async (at: string, timezone = 'Europe/Amsterdam', country = 'NL') => {
    const where = { timezone, country, since: new Date('2025-12-20T00:00:00Z'), now: new Date('2026-12-31T00:00:00Z') }
    const [row] = await town.db.$queryRaw<
      { odd: boolean }[]
    >`SELECT ${isOutOfHours(Prisma.sql`${at}::timestamptz`, where)} AS odd`
    return row?.odd
  }

  it('are counted on the town’s own clock', async () => {
    expect(await odd('2026-01-06T08:00:00Z')).toBe(false)
    expect(await odd('2026-01-06T05:59:59Z')).toBe(true)
    expect(await odd('2026-01-06T06:00:00Z')).toBe(false)
    expect(await odd('2026-01-06T18:00:00Z')).toBe(true)
    expect(await odd('2026-01-06T18:00:00Z', 'America/New_York', 'US')).toBe(false)
  })

  it('do not include weekends and holidays of the country', async () => {
    expect(await odd('2026-01-10T10:00:00Z')).toBe(true)
    expect(await odd('2026-04-27T10:00:00Z')).toBe(true)
    expect(await odd('2026-04-27T14:00:00Z', 'America/New_York', 'US')).toBe(false)
    expect(await odd('2025-12-25T10:00:00Z')).toBe(true)
  })
})
