import { beforeAll, describe, expect, it } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { townSettings } from '../town/settings'
import { approveChange } from './approve-change.server'
import { editLook } from './edit-look.server'
import { editTown } from './edit-town.server'
import { editWording } from './edit-wording.server'
import { openChange } from './open-change.server'
import { readLook } from './read-look.server'
import { readSettings, readSettingsHistory, readWordings } from './read-settings.server'
import { secondAdministrator } from './second-administrator.fixture'
import { withdrawChange } from './settle-change.server'

const town = useTown()
const guarded: readonly AnyInteraction[] = [editTown, editLook, editWording, readSettings, readLook, readWordings]
let second: Awaited<ReturnType<typeof secondAdministrator>>
beforeAll(async () => {
  second = await secondAdministrator(town)
})

const admin = () => town.visit('administrator')
const settings = async () => townSettings.parse((await town.db.town.findUniqueOrThrow({ where: { id: 1 } })).settings)
const version = async () => {
  const outcome = await enterAs(readSettings, await admin(), {})
  return outcome.ok ? outcome.value.version : 0
}

async function townForm(other: Record<string, unknown> = {}) {
  const { title, lead, contact, redress, answerDays } = await settings()
  return {
    version: String(await version()),
    title,
    lead,
    ...contact,
    redressBody: redress.body,
    redressAddress: redress.address,
    termDays: String(redress.termDays),
    answerDays: String(answerDays),
    reason: 'The office has moved house',
    ...other,
  }
}

describe('who may change the settings', () => {
  it.each(['resident', 'handler', 'oversight'] as const)('%s may not', async (who) => {
    const visit = await town.visit(who)
    for (const interaction of guarded) {
      expect(await enterAs(interaction, visit, await townForm({ phone: '112' }))).toMatchObject({
        ok: false,
        problem: { status: 403 },
      })
    }
    expect((await settings()).contact.phone).toBe('14 020')
  })
})

describe('the settings of the town', () => {
  it('become a version with the reason; oversight reads what stood there before', async () => {
    const form = await townForm({ phone: '14 021', title: { en: 'Together in <Testdam>' } })
    expect(await enterAs(editTown, await admin(), form)).toMatchObject({
      ok: true,
      value: { became: 'kept', version: 2 },
    })
    expect(await settings()).toMatchObject({
      contact: { phone: '14 021', email: 'hello@testdam.example' },
      title: { en: 'Together in <Testdam>' },
    })
    const history = await enterAs(readSettingsHistory, await town.visit('oversight'), {})
    expect(history).toMatchObject({
      ok: true,
      value: {
        versions: [
          { version: 2, reason: 'The office has moved house', changes: [{ field: 'title' }, { field: 'contact' }] },
          { version: 1, isFirst: true },
        ],
      },
    })
  })

  it('wait for a second administrator where people object and how long the town takes', async () => {
    const outcome = await enterAs(editTown, await admin(), await townForm({ termDays: '14' }))
    expect(outcome).toMatchObject({ ok: true, value: { became: 'waiting', fields: ['redress'] } })
    expect((await settings()).redress.termDays).toBe(42)
    const id = outcome.ok && outcome.value.became === 'waiting' ? outcome.value.changeId : ''
    const visit = await second.visit()
    await enterAs(openChange, visit, { id })
    expect(await enterAs(approveChange, visit, { id, version: 1 })).toMatchObject({
      ok: true,
      value: { kind: 'settings', version: 3 },
    })
    expect((await settings()).redress.termDays).toBe(14)
    expect((await settings()).contact.phone).toBe('14 021')
  })

  it('the days for a finding shift discretion, so a second administrator agrees; an empty field is the kind’s own number', async () => {
    const form = await townForm({ findingDays: { question: '5', anomaly: '' } })
    expect(await enterAs(editTown, await admin(), form)).toMatchObject({ ok: true, value: { became: 'waiting' } })
    const [waiting] = await town.sql<{ id: string; changes: unknown; version: number }>(
      `SELECT id, changes, version FROM proposed_change WHERE state = 'waiting' AND kind = 'settings'`,
    )
    expect(waiting?.changes).toEqual([{ field: 'findingDays', before: {}, after: { question: 5 } }])
    await enterAs(withdrawChange, await admin(), { id: waiting?.id, version: waiting?.version })
    expect(await enterAs(editTown, await admin(), await townForm({ findingDays: { question: '0' } }))).toMatchObject({
      problem: { fields: { 'findingDays.question': 'field.too-low' } },
    })
  })

  it('stay as they were when the form is old, does not fit, changes nothing, or cannot be recorded', async () => {
    const before = await settings()
    const visit = await admin()
    expect(await enterAs(editTown, visit, await townForm({ version: '1', phone: '1' }))).toMatchObject({
      problem: { type: 'out-of-date' },
    })
    expect(await enterAs(editTown, visit, await townForm({ email: 'not an address' }))).toMatchObject({
      problem: { fields: { email: 'field.email' } },
    })
    expect(await enterAs(editTown, visit, await townForm({ termDays: '0' }))).toMatchObject({
      problem: { type: 'invalid-input' },
    })
    expect(await enterAs(editTown, visit, await townForm())).toMatchObject({ problem: { type: 'nothing-changed' } })
    const form = await townForm({ phone: '2' })
    await town.breakRecords('entry_pending')
    await expect(enterAs(editTown, visit, form)).rejects.toThrow()
    expect(await settings()).toEqual(before)
  })
})

describe('the colours of the town', () => {
  const look = async (form: Record<string, unknown>) =>
    enterAs(editLook, await admin(), {
      version: String(await version()),
      reason: 'The house style has changed',
      ...form,
    })

  it('are kept when everybody can read them', async () => {
    expect(await look({ light: { brand: '#4a148c' }, dark: { brand: '#ce93d8' } })).toMatchObject({
      ok: true,
      value: { became: 'kept' },
    })
    expect((await settings()).theme).toEqual({
      color: { light: { brand: { $value: '#4A148C' } }, dark: { brand: { $value: '#CE93D8' } } },
    })
  })

  it('are refused when somebody could not read them, at the colour that was typed', async () => {
    const before = await settings()
    expect(await look({ light: { brand: '#ffee58' } })).toMatchObject({
      ok: false,
      problem: { type: 'unreadable-colours', fields: { 'light.brand': 'admin.field.contrast' } },
    })
    expect(await look({ light: { brand: 'red; } body { display: none' } })).toMatchObject({
      ok: false,
      problem: { type: 'invalid-input' },
    })
    expect(await settings()).toEqual(before)
  })

  it('go back to the platform’s own when they are left empty', async () => {
    expect(await look({ light: { brand: '' }, dark: {} })).toMatchObject({ ok: true })
    expect((await settings()).theme).toEqual({})
  })
})

describe('the wordings of the town', () => {
  const word = async (form: Record<string, unknown>) =>
    enterAs(editWording, await admin(), {
      language: 'en',
      word: 'common.deadline.by',
      reason: 'We say it like this',
      ...form,
    })

  it('are found by what they say, kept, and taken away again', async () => {
    const found = await enterAs(readWordings, await admin(), { in: 'en', text: 'answer by' })
    expect(found.ok && found.value.found.map(({ key }) => key)).toContain('common.deadline.by')
    expect(await word({ wording: 'you hear from us by {date}' })).toMatchObject({ ok: true })
    expect((await settings()).wordings.en).toEqual({ 'common.deadline.by': 'you hear from us by {date}' })
    expect(await word({ wording: '' })).toMatchObject({ ok: true })
    expect((await settings()).wordings.en).toEqual({})
  })

  it.each([
    ['a brace that stays open', 'by {date', 'admin.field.wording.not-icu'],
    ['a value that nobody fills in', 'by {password}', 'admin.field.wording.other-values'],
  ])('are not taken with %s', async (_, wording, flaw) => {
    expect(await word({ wording })).toMatchObject({ ok: false, problem: { fields: { wording: flaw } } })
  })

  it('are not taken for a sentence that is not there', async () => {
    expect(await word({ word: 'common.nothing.here', wording: 'x' })).toMatchObject({
      ok: false,
      problem: { fields: { wording: 'admin.field.wording.unknown-key' } },
    })
  })
})
