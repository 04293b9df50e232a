import { describe, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { writeLetter } from '../letters/letter.server'
import { openLetter } from '../letters/open-letter.server'
import { changeContact, changeLanguage } from './change-own.server'
import { exportOwn } from './export-own.server'
import { forgetUnused } from './forget-unused.server'
import { findOrMakeResident, makeStaff, openContact } from './person.server'
import { seeOwn } from './see-own.server'
import { seeOwnAccount } from './see-own-account.server'
import { seeWhoLooked } from './see-who-looked.server'

const town = useTown()
const { resident, neighbour } = town.people
const own: AnyInteraction[] = [seeOwn, exportOwn, seeWhoLooked]

const reportOf = (personId: string, description: string) =>
  town.given(async (tx) => {
    const at = new Date()
    const issue = await tx.issue.create({
      data: {
        ref: `TST-${Math.random()}`,
        categoryKey: 'pothole',
        place: 'Lindestraat',
        areaKey: 'north',
        reportedAt: at,
        updatedAt: at,
      },
    })
    await tx.report.create({
      data: { issueId: issue.id, personId, channel: 'web', language: 'en', description, reportedAt: at },
    })
    return issue.ref
  })

const letterFor = (personId: string) =>
  town.given(async (tx) => {
    const values = { ref: 'x', category: 'x', place: 'x', text: 'x' }
    const letter = { onceKey: `${Math.random()}`, personId, template: 'update' as const, language: 'en', values }
    await writeLetter({ tx, after: () => {}, now: new Date() }, letter)
    return (await tx.mail.findFirstOrThrow({ where: { personId }, orderBy: { madeAt: 'desc' } })).id
  })

describe('a resident sees what is theirs and nothing of anybody else', () => {
  test('on the page and in the file', async () => {
    const mine = await reportOf(resident.id, 'A hole before my door')
    const theirs = await reportOf(neighbour.id, 'Something of the neighbour')
    for (const interaction of own.slice(0, 2)) {
      const outcome = await enterAs(interaction, await town.visit('resident'), {})
      const text = JSON.stringify(outcome)
      expect(outcome.ok).toBe(true)
      expect(text).toContain(mine)
      expect(text).toContain(resident.email)
      for (const other of [theirs, neighbour.email, neighbour.name, neighbour.phone]) expect(text).not.toContain(other)
    }
  })

  test('even when they ask for somebody else by name', async () => {
    const asked = { personId: neighbour.id, id: neighbour.id, email: neighbour.email }
    for (const interaction of own) {
      const outcome = await enterAs(interaction, await town.visit('resident'), asked)
      expect(JSON.stringify(outcome)).not.toContain(neighbour.email)
    }
  })

  test('and that they looked is on record', async () => {
    await enterAs(seeOwn, await town.visit('resident'), {})
    const [entry] = await town.sql(`SELECT kind, role FROM entry ORDER BY entry_id DESC LIMIT 1`)
    expect(entry).toMatchObject({ kind: 'person.see-own', role: 'resident' })
  })
})

describe('who may read an own page', () => {
  test.each([
    ['anybody', 401],
    ['handler', 403],
    ['newcomer', 403],
    ['oversight', 403],
    ['administrator', 403],
  ] as const)('%s: no', async (who, status) => {
    for (const interaction of own) {
      expect(await enterAs(interaction, await town.visit(who), {})).toMatchObject({ ok: false, problem: { status } })
    }
    expect(await enterAs(changeContact, await town.visit(who), { name: 'X' })).toMatchObject({
      ok: false,
      problem: { status },
    })
  })

  test.each(['handler', 'newcomer', 'oversight', 'administrator'] as const)(
    'the %s reads their own account',
    async (who) => {
      const outcome = await enterAs(seeOwnAccount, await town.visit(who), {})
      expect(outcome).toMatchObject({
        ok: true,
        value: { email: town.people[who].email, jobTitle: town.people[who].jobTitle },
      })
    },
  )

  test('a civil servant reads their mandates by the names of areas and categories', async () => {
    const outcome = await enterAs(seeOwnAccount, await town.visit('northHandler'), {})
    expect(outcome).toMatchObject({
      ok: true,
      value: { mandates: [{ categories: ['Street light'], areas: ['North'] }] },
    })
  })

  test.each(['resident', 'anybody'] as const)('%s has no staff account', async (who) => {
    expect(await enterAs(seeOwnAccount, await town.visit(who), {})).toMatchObject({ ok: false })
  })
})

describe('who looked', () => {
  test('a resident sees when, which function, which data and why, and never a name', async () => {
    const mailId = await letterFor(resident.id)
    await enterAs(openLetter, await town.visit('administrator'), { mailId })
    const outcome = await enterAs(seeWhoLooked, await town.visit('resident'), {})
    if (!outcome.ok) throw outcome.problem
    expect(outcome.value.looks[0]).toMatchObject({
      by: 'staff',
      role: 'administrator',
      jobTitle: 'Application manager',
      department: 'Information',
      data: ['contact'],
      use: 'deliver-letters',
      activity: 'deliver-letters',
      isRefused: false,
      glass: null,
    })
    expect(
      JSON.stringify(outcome.value, (_key, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('Smit')
  })

  test('a neighbour does not see that look', async () => {
    const before = await enterAs(seeWhoLooked, await town.visit('neighbour'), {})
    await enterAs(openLetter, await town.visit('administrator'), { mailId: await letterFor(resident.id) })
    const after = await enterAs(seeWhoLooked, await town.visit('neighbour'), {})
    const looksOf = (outcome: typeof after) => (outcome.ok ? outcome.value.looks : outcome.problem)
    expect(looksOf(after)).toEqual(looksOf(before))
  })

  test('their own visits are told apart, and only shown when asked for', async () => {
    await enterAs(seeOwn, await town.visit('neighbour'), {})
    const some = await enterAs(seeWhoLooked, await town.visit('neighbour'), {})
    const all = await enterAs(seeWhoLooked, await town.visit('neighbour'), { all: 'yes' })
    expect(some.ok && some.value.looks.every(({ by }) => by === 'staff')).toBe(true)
    expect(all.ok && all.value.looks.some(({ by, act }) => by === 'person' && act === 'person.see-own')).toBe(true)
  })

  test('a long list comes page by page, with nothing twice and nothing missing', async () => {
    const visit = await town.visit('administrator')
    const mailId = await letterFor(resident.id)
    for (let n = 0; n < 25; n++) await enterAs(openLetter, visit, { mailId })
    const seen: string[] = []
    let before: string | undefined
    for (;;) {
      const page = await enterAs(seeWhoLooked, await town.visit('resident'), { before })
      if (!page.ok) throw page.problem
      seen.push(...page.value.looks.map(({ lineId }) => lineId))
      before = seen.at(-1)
      if (!page.value.hasMore) break
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(25)
  })

  test('an act that only borrowed the trace of a visit does not lend its function to another line', async () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    const mailId = await letterFor(neighbour.id)
    await enterAs(openLetter, { ...(await town.visit('administrator')), traceparent }, { mailId })
    await enterAs(seeOwn, { ...(await town.visit('neighbour')), traceparent }, {})
    const all = await enterAs(seeWhoLooked, await town.visit('neighbour'), { all: 'yes' })
    const own = all.ok ? all.value.looks.find(({ act }) => act === 'person.see-own') : undefined
    expect(own).toMatchObject({ by: 'person', jobTitle: null })
  })
})

test('a resident corrects their name and takes their number away', async () => {
  const changed = { name: 'Nadia Benali', phone: '' }
  expect((await enterAs(changeContact, await town.visit('neighbour'), changed)).ok).toBe(true)
  expect(await openContact(town.db, neighbour.id)).toMatchObject({
    name: 'Nadia Benali',
    phone: null,
    email: neighbour.email,
  })
  const bad = await enterAs(changeContact, await town.visit('neighbour'), { name: 'N', phone: 'call me' })
  expect(bad).toMatchObject({ ok: false, problem: { fields: { phone: 'field.phone' } } })
  town.neverInRecords('Nadia Benali')
})

test('a resident chooses the language of letters', async () => {
  expect((await enterAs(changeLanguage, await town.visit('resident'), { language: 'es' })).ok).toBe(true)
  expect(await enterAs(changeLanguage, await town.visit('resident'), { language: 'xx' })).toMatchObject({ ok: false })
  expect(await town.db.person.findUnique({ where: { id: resident.id } })).toMatchObject({ language: 'es' })
})

describe('people', () => {
  test('a mail address is one person, however it is written, and twenty copies make one', async () => {
    const spellings = ['Ann@Residents.Example', ' ann@residents.example ', 'ann@residents.example']
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        town.given((tx) => findOrMakeResident(tx, { email: spellings[n % 3] ?? '', language: 'en' }, new Date())),
      ),
    )
    expect(new Set(made.map(({ personId }) => personId)).size).toBe(1)
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  test('somebody who types the address of another does not change what is known of them', async () => {
    const given = { email: resident.email, name: 'Somebody Else', phone: '+31 20 555 9999', language: 'en' as const }
    await town.given((tx) => findOrMakeResident(tx, given, new Date()))
    expect(await openContact(town.db, resident.id)).toMatchObject({ name: resident.name, phone: resident.phone })
  })

  test('without an address each person is new', async () => {
    const [one, two] = [1, 2].map(() =>
      town.given((tx) => findOrMakeResident(tx, { name: 'Kees', language: 'nl' }, new Date())),
    )
    expect((await one)?.personId).not.toBe((await two)?.personId)
  })

  test('no column of a person can be read without the key of the town', async () => {
    const [row] = await town.sql<{ text: string }>(`SELECT string_agg(p::text, '') AS text FROM person p`)
    const hex = Buffer.from(resident.email).toString('hex')
    for (const word of [resident.email, resident.name, hex]) expect(row?.text).not.toContain(word)
  })

  test('a staff address is given out once', async () => {
    const staff = {
      email: town.people.handler.email,
      name: 'X',
      role: 'civil-servant' as const,
      language: 'en' as const,
      jobTitle: 'X',
    }
    await expect(town.given((tx) => makeStaff(tx, staff, new Date()))).rejects.toMatchObject({ status: 422 })
  })

  test('an address that nobody ever used is forgotten after a month, and no sooner', async () => {
    const { personId } = await town.given((tx) =>
      findOrMakeResident(tx, { email: 'once@residents.example', language: 'en' }, new Date()),
    )
    holdClock(new Date(Date.now() + 29 * 24 * 3_600_000))
    await enterAs(forgetUnused, await town.visit('system'), {})
    expect(await openContact(town.db, personId)).toMatchObject({ email: 'once@residents.example' })
    holdClock(new Date(Date.now() + 31 * 24 * 3_600_000))
    await enterAs(forgetUnused, await town.visit('system'), {})
    expect(await openContact(town.db, personId)).toEqual({ name: null, email: null, phone: null })
    // Whoever reported something stays: their answer must reach them.
    expect(await openContact(town.db, resident.id)).toMatchObject({ email: resident.email })
  })
})

test('when the record cannot be written nothing is shown and nothing changes', async () => {
  await town.breakRecords('entry')
  await expect(enterAs(seeOwn, await town.visit('resident'), {})).rejects.toThrow()
  await expect(enterAs(changeContact, await town.visit('resident'), { name: 'X', phone: '' })).rejects.toThrow()
  await town.mendRecords()
  expect(await openContact(town.db, resident.id)).toMatchObject({ name: resident.name })
})
