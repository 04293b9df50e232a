import { describe, expect, it } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import type { Visit } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { aLook, lookedOf, notice, secondOfficer, words } from '~tests/findings-of-testdam'
import { useTown } from '~tests/town'
import { questionLook } from '../findings/question-look.server'
import { readFinding } from '../findings/read-finding.server'
import { exportOwn } from '../people/export-own.server'
import { approveException } from './approve-exception.server'
import { listExceptions } from './list-exceptions.server'
import { proposeException } from './propose-exception.server'

const town = useTown()
const text = 'The look is part of an investigation into a leak.'
town.neverInRecords(text)
const legalGround = 'GDPR 23(1)(d) with the town decree on investigations, section 3'
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const propose = async (entryId: string, more: object = {}) =>
  enterAs(proposeException, await town.visit('oversight'), { entryId, legalGround, until: day(10), text, ...more })
const approve = async (visit: Visit, id: string, hasLooked = true) => {
  if (hasLooked) await enterAs(listExceptions, visit, {})
  return enterAs(approveException, visit, { id })
}
async function proposed(entryId: string) {
  const outcome = await propose(entryId)
  if (!outcome.ok) throw outcome.problem
  return outcome.value.id
}
const isSeen = async (lineId: string) => (await lookedOf(town)).looks.some((look) => look.lineId === lineId)

describe('an exception', () => {
  it('hides a look only after a second officer agreed, and until its day is over', async () => {
    const { lineId, entryId } = await aLook(town)
    const id = await proposed(entryId)
    expect(await isSeen(lineId)).toBe(true)
    const second = await secondOfficer(town)
    expect(await approve(await second.visit(), id)).toMatchObject({ ok: true })
    expect(await isSeen(lineId)).toBe(false)
    // Not in the file either, and no question finds it.
    const file = await enterAs(exportOwn, await town.visit('resident'), {})
    expect(file.ok && file.value.usesOfMyData.some((look) => look.lineId === lineId)).toBe(false)
    const form = { lineId, question: words, ...notice }
    expect(await enterAs(questionLook, await town.visit('resident'), form)).toMatchObject({ problem: { status: 404 } })
    // Oversight sees it all the while, with both officers.
    const list = await enterAs(listExceptions, await town.visit('oversight'), {})
    expect(list.ok && list.value.exceptions.find((one) => one.id === id)).toMatchObject({
      state: 'hidden',
      legalGround,
    })

    const [row] = await town.sql<{ ends_at: Date }>('SELECT ends_at FROM look_exception WHERE id = $1', [id])
    holdClock(new Date((row?.ends_at.getTime() ?? 0) - 1))
    expect(await isSeen(lineId)).toBe(false)
    holdClock(row?.ends_at)
    expect(await isSeen(lineId)).toBe(true)
  })

  it('hides one look and not the one beside it', async () => {
    const one = await aLook(town)
    const other = await aLook(town)
    const second = await secondOfficer(town)
    await approve(await second.visit(), await proposed(one.entryId))
    expect([await isSeen(one.lineId), await isSeen(other.lineId)]).toEqual([false, true])
  })

  it('does not make the record less whole', async () => {
    const { entryId } = await aLook(town)
    const second = await secondOfficer(town)
    await approve(await second.visit(), await proposed(entryId))
    expect((await lookedOf(town)).completeness?.missing).toEqual([])
  })

  it('needs two people, and the second must have seen it', async () => {
    const { entryId, lineId } = await aLook(town)
    const id = await proposed(entryId)
    const second = await secondOfficer(town)
    expect(await approve(await town.visit('oversight'), id)).toMatchObject({
      problem: { detail: 'check.I02.same-person' },
    })
    expect(await approve(await second.visit(), id, false)).toMatchObject({
      problem: { detail: 'check.I02.not-opened' },
    })
    expect(await isSeen(lineId)).toBe(true)
    expect(await approve(await second.visit(), id)).toMatchObject({ ok: true })
    expect(await approve(await (await secondOfficer(town)).visit(), id)).toMatchObject({ problem: { status: 409 } })
  })

  it('is for oversight alone', async () => {
    const { entryId } = await aLook(town)
    const id = await proposed(entryId)
    for (const who of ['resident', 'handler', 'administrator'] as const) {
      const visit = await town.visit(who)
      const form = { entryId, legalGround, until: day(3), text, id }
      for (const act of [proposeException, approveException, listExceptions] as AnyInteraction[])
        expect(await enterAs(act, visit, form)).toMatchObject({ ok: false, problem: { status: 403 } })
    }
  })

  it('is not made by the officer whose look it is', async () => {
    const look = await aLook(town)
    const second = await secondOfficer(town)
    const finding = await enterAs(questionLook, await town.visit('resident'), {
      lineId: look.lineId,
      question: words,
      ...notice,
    })
    if (!finding.ok) throw finding.problem
    await enterAs(readFinding, await second.visit(), { id: finding.value.findingId })
    const [read] = await town.sql<{ id: string }>(
      `SELECT id FROM entry WHERE kind = 'finding.read' ORDER BY entry_id DESC LIMIT 1`,
    )
    const form = { entryId: read?.id, legalGround, until: day(3), text }
    expect(await enterAs(proposeException, await second.visit(), form)).toMatchObject({
      problem: { detail: 'check.I01.about-oneself' },
    })
    const id = await proposed(read?.id ?? '')
    expect(await approve(await second.visit(), id)).toMatchObject({ problem: { detail: 'check.I01.about-oneself' } })
  })

  it('needs a ground, a reason, a day that comes and is not too far, and a look', async () => {
    const { entryId } = await aLook(town)
    const wrong = async (more: object) => {
      const outcome = await propose(entryId, more)
      return outcome.ok ? 'taken' : Object.keys(outcome.problem.fields ?? {})
    }
    expect(await wrong({ legalGround: ' ' })).toEqual(['legalGround'])
    expect(await wrong({ text: 'secret' })).toEqual(['text'])
    expect(await wrong({ until: day(-2) })).toEqual(['until'])
    expect(await wrong({ until: day(400) })).toEqual(['until'])
    expect(await wrong({ until: 'never' })).toEqual(['until'])
    expect(await wrong({ entryId: '00000000-0000-4000-8000-0000000000ff' })).toEqual(['entryId'])
  })

  it('cannot be made longer, approved or taken away behind the door', async () => {
    const { entryId } = await aLook(town)
    const id = await proposed(entryId)
    const raw = (set: string) =>
      town.given((tx) => tx.$executeRawUnsafe(`UPDATE look_exception SET ${set} WHERE id = '${id}'`))
    const { administrator, handler } = town.people
    await expect(raw(`ends_at = '2100-01-01'`)).rejects.toThrow(/approved once/)
    await expect(raw(`approved_by = '${administrator.id}', approved_at = now()`)).rejects.toThrow()
    await expect(raw(`approved_by = '${handler.id}', approved_at = now()`)).rejects.toThrow()
    await expect(raw(`approved_by = proposed_by, approved_at = now()`)).rejects.toThrow()
    await expect(town.sql('DELETE FROM look_exception')).rejects.toThrow(/accepts no/)
  })

  it('is gone when it could not be recorded', async () => {
    const { entryId } = await aLook(town)
    const before = await town.sql('SELECT id FROM look_exception')
    await town.breakRecords('audit_event')
    await expect(propose(entryId)).rejects.toThrow()
    await town.mendRecords()
    expect(await town.sql('SELECT id FROM look_exception')).toEqual(before)
  })
})
