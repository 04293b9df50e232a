import { describe, expect, it } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { aLook, aQuestion, lookedOf, secondOfficer, words } from '~tests/findings-of-testdam'
import { useTown } from '~tests/town'
import { seeLookedByReceipt } from '../reports/receipts/see-looked.server'

const town = useTown()
const { resident, neighbour } = town.people

describe('the record about a person', () => {
  it('is whole, and says how many acts it counts', async () => {
    await aLook(town)
    const [person] = await town.sql<{ n: number }>('SELECT entry_count AS n FROM person WHERE id = $1', [resident.id])
    expect(person?.n).toBeGreaterThan(0)
    expect((await lookedOf(town)).completeness).toEqual({ counted: person?.n, missing: [] })
    // The look itself was counted too.
    expect((await lookedOf(town)).completeness).toEqual({ counted: (person?.n ?? 0) + 1, missing: [] })
  })

  it('has a hole where an opening was deleted, and the page names its number', async () => {
    for (let n = 0; n < 3; n++) await lookedOf(town, 'neighbour')
    const before = (await lookedOf(town, 'neighbour')).completeness
    expect(before).toMatchObject({ missing: [] })
    const [gone] = await town.sql<{ entry_id: string; name: string; sealed: Buffer }>(
      `WITH second AS (SELECT entry_id FROM entry_opening WHERE person_id = $1 ORDER BY entry_id OFFSET 1 LIMIT 1)
       DELETE FROM entry_opening WHERE person_id = $1 AND entry_id = (SELECT entry_id FROM second)
       RETURNING entry_id, name, sealed`,
      [neighbour.id],
    )
    expect((await lookedOf(town, 'neighbour')).completeness?.missing).toEqual([2])
    const back = (sealed: Buffer) =>
      town.sql('INSERT INTO entry_opening (entry_id, name, person_id, sealed) VALUES ($1, $2, $3, $4)', [
        gone?.entry_id,
        gone?.name,
        neighbour.id,
        sealed,
      ])
    // The opening of another act in its place fills no hole.
    const [other] = await town.sql<{ sealed: Buffer }>(
      'SELECT sealed FROM entry_opening WHERE person_id = $1 ORDER BY entry_id DESC LIMIT 1',
      [neighbour.id],
    )
    await back(other?.sealed ?? Buffer.alloc(0))
    expect((await lookedOf(town, 'neighbour')).completeness?.missing).toEqual([2])
    await town.sql('DELETE FROM entry_opening WHERE entry_id = $1 AND person_id = $2', [gone?.entry_id, neighbour.id])
    await back(gone?.sealed ?? Buffer.alloc(0))
    expect((await lookedOf(town, 'neighbour')).completeness?.missing).toEqual([])
  })

  it('is not called whole when the counter knows of acts that are not there', async () => {
    const before = (await lookedOf(town, 'neighbour')).completeness
    const setTo = (n: number) =>
      town.given((tx) => tx.$executeRaw`UPDATE person SET entry_count = ${n} WHERE id = ${neighbour.id}::uuid`)
    await setTo((before?.counted ?? 0) + 3)
    const counted = (before?.counted ?? 0) + 3
    expect((await lookedOf(town, 'neighbour')).completeness).toEqual({ counted, missing: [counted - 1, counted] })
    // The next act got the number after that; the record is mended for what comes after this test.
    await town.sql('DELETE FROM entry_opening WHERE person_id = $1', [neighbour.id])
    await setTo(0)
  })
})

describe('the looks', () => {
  it('know their entry, and say the act in plain words', async () => {
    const { lineId, entryId, ref } = await aLook(town)
    const [look] = (await lookedOf(town)).looks
    expect(look).toMatchObject({ lineId, entryId, issueRef: ref, by: 'staff', glass: null })
    expect(look?.what).toMatch(/contact details/)
  })

  it('come from a period of days in the time zone of the town', async () => {
    await aLook(town)
    const [last] = (await lookedOf(town)).looks
    const dayIn = (at: Date, more = 0) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(at.getTime() + more * 86_400_000)
    const day = dayIn(last?.at ?? new Date(0))
    const seen = async (filters: object) =>
      (await lookedOf(town, 'resident', filters as Record<string, unknown>)).looks.some(
        ({ lineId }) => lineId === last?.lineId,
      )
    expect(await seen({ from: day, to: day })).toBe(true)
    expect(await seen({ to: dayIn(last?.at ?? new Date(0), -1) })).toBe(false)
    expect(await seen({ from: dayIn(last?.at ?? new Date(0), 1) })).toBe(false)
    // What is no day is no condition.
    expect(await seen({ from: '2026-02-31', to: 'yesterday' })).toBe(true)
  })

  it('are there for somebody without an account, by the link of their report', async () => {
    const { receipt, lineId, ref } = await aLook(town)
    const other = await aQuestion(town)
    const outcome = await enterAs(seeLookedByReceipt, await town.visit('anybody'), { id: receipt })
    if (!outcome.ok) throw outcome.problem
    const { page } = outcome.value
    expect(page?.looks.find((look) => look.lineId === lineId)).toMatchObject({ issueRef: ref })
    // Another report of the same person stands there without its reference.
    expect(page?.looks.find((look) => look.lineId === other.lineId)).toMatchObject({ issueRef: null })
    // So does a question about it: that there is one, not what was written.
    expect(page?.questions.find(({ lineId }) => lineId === other.lineId)).toMatchObject({ state: 'open', words: '' })
    for (const one of [other.ref, words]) expect(JSON.stringify(page)).not.toContain(one)
    expect(page?.completeness?.missing).toEqual([])
    const wrong = await enterAs(seeLookedByReceipt, await town.visit('anybody'), { id: 'x'.repeat(43) })
    expect(wrong).toMatchObject({ ok: false, problem: { status: 404 } })
  })

  it('tell no page who it was: neither a name nor a number of a person', async () => {
    await aLook(town)
    const second = await secondOfficer(town)
    const text = JSON.stringify(await lookedOf(town), (_, value) => (typeof value === 'bigint' ? String(value) : value))
    for (const one of [town.people.handler.id, town.people.handler.name, second.id]) expect(text).not.toContain(one)
  })
})
