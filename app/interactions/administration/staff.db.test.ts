import { describe, expect, it } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { grantMandate } from '../mandates/grant-mandate.server'
import { revokeMandate } from '../mandates/revoke-mandate.server'
import { disableStaff, enableStaff } from './disable-staff.server'
import { inviteAgain, inviteStaff } from './invite-staff.server'
import { listStaff } from './list-staff.server'
import { openStaff } from './open-staff.server'

const town = useTown()
const guarded: readonly AnyInteraction[] = [
  listStaff,
  openStaff,
  inviteStaff,
  inviteAgain,
  disableStaff,
  enableStaff,
  grantMandate,
  revokeMandate,
]
const { newcomer, handler, oversight, administrator, resident } = town.people
const admin = () => town.visit('administrator')

const invitation = {
  name: 'Vera New',
  email: 'vera.new@testdam.example',
  role: 'civil-servant',
  jobTitle: 'Officer parks',
  department: 'Parks',
  language: 'nl',
}
town.neverInRecords(invitation.name, invitation.email)

const mandateForm = {
  id: newcomer.id,
  acts: ['read-cases', 'answer'],
  categories: ['pothole'],
  areas: 'north',
  from: '2026-01-01',
  until: '2026-12-31',
  ground: 'Mandate decree 2026, art. 3',
}

describe('who may manage staff', () => {
  it.each(['resident', 'handler', 'oversight'] as const)('%s may not, and learns nothing', async (who) => {
    const visit = await town.visit(who)
    for (const interaction of guarded) {
      const outcome = await enterAs(interaction, visit, {
        ...invitation,
        ...mandateForm,
        mandate: '1',
        reason: 'Because I want to',
      })
      expect(outcome).toMatchObject({ ok: false, problem: { type: 'not-your-role' } })
    }
  })
})

describe('staff', () => {
  it('are listed for an administrator by name and function, and each look is recorded about each of them', async () => {
    const outcome = await enterAs(listStaff, await admin(), {})
    expect(outcome.ok && outcome.value.people.map(({ name }) => name).sort()).toEqual(
      ['Adam Smit', 'Hanna de Vries', 'Nick Visser', 'Noor Bakker', 'Olga Mulder'].sort(),
    )
    const lines = await town.sql(
      `SELECT 1 FROM processing_line WHERE name = 'staff.list' AND data_subject_id IS NOT NULL`,
    )
    expect(lines).toHaveLength(5)
  })

  it('never include a resident', async () => {
    expect(await enterAs(openStaff, await admin(), { id: resident.id })).toMatchObject({
      ok: false,
      problem: { type: 'not-found' },
    })
    expect(await enterAs(openStaff, await admin(), { id: "' OR 1=1" })).toMatchObject({
      ok: false,
      problem: { type: 'not-found' },
    })
  })

  it('are invited by a letter whose link the inviter never sees', async () => {
    const outcome = await enterAs(inviteStaff, await admin(), invitation)
    expect(JSON.stringify(outcome)).not.toContain('invite/')
    const id = outcome.ok ? outcome.value.personId : ''
    expect(await town.db.mail.findMany({ where: { personId: id }, select: { template: true } })).toEqual([
      { template: 'staff-invite' },
    ])
    expect(await town.db.oneTimeToken.count({ where: { personId: id, purpose: 'staff-invite' } })).toBe(1)
    expect(await enterAs(inviteStaff, await admin(), invitation)).toMatchObject({
      ok: false,
      problem: { fields: { email: 'sign-in.field.email-in-use' } },
    })
    expect(await enterAs(inviteAgain, await admin(), { id })).toMatchObject({ ok: true })
    expect(await town.db.oneTimeToken.count({ where: { personId: id, purpose: 'staff-invite' } })).toBe(1)
    expect(await town.db.mail.count({ where: { personId: id } })).toBe(2)
  })

  it('are not invited while the letter or the record cannot be written', async () => {
    const before = await town.db.person.count()
    await town.breakRecords('entry')
    await expect(
      enterAs(inviteStaff, await admin(), { ...invitation, email: 'else@testdam.example' }),
    ).rejects.toThrow()
    expect(await town.db.person.count()).toBe(before)
  })

  it('who leave are signed out at once; oversight, oneself and residents cannot be ended here', async () => {
    const end = async (id: string) =>
      enterAs(disableStaff, await admin(), { id, reason: 'Works elsewhere since today' })
    await town.request('handler', '/desk')
    expect(await town.db.session.count({ where: { personId: handler.id } })).toBe(1)
    expect(await end(handler.id)).toMatchObject({ ok: true })
    expect(await town.db.session.count({ where: { personId: handler.id } })).toBe(0)
    expect(await end(handler.id)).toMatchObject({ ok: false, problem: { type: 'out-of-date' } })
    expect(await enterAs(enableStaff, await admin(), { id: handler.id, reason: 'Came back after all' })).toMatchObject({
      ok: true,
    })
    for (const id of [oversight.id, administrator.id])
      expect(await end(id)).toMatchObject({ ok: false, problem: { type: 'must-stay' } })
    expect(await end(resident.id)).toMatchObject({ ok: false, problem: { type: 'not-found' } })
    expect(await town.db.person.count({ where: { disabledAt: { not: null } } })).toBe(0)
  })
})

describe('a mandate', () => {
  it('is granted for acts, kinds, areas and whole days of the town, and holds from then on', async () => {
    const outcome = await enterAs(grantMandate, await admin(), mandateForm)
    expect(outcome).toMatchObject({ ok: true, value: { acts: 2 } })
    const [mandate] = (await town.visit('newcomer')).actor.mandates
    expect(mandate).toMatchObject({ acts: ['read-cases', 'answer'], categories: ['pothole'], areas: ['north'] })
    // Amsterdam is an hour ahead of UTC in winter; the last day counts in full.
    expect(mandate?.validFrom.toISOString()).toBe('2025-12-31T23:00:00.000Z')
    expect(mandate?.validUntil.toISOString()).toBe('2026-12-31T23:00:00.000Z')
  })

  it.each([
    ['for no act', { acts: [] }, 'acts'],
    ['for an act that is none', { acts: ['rule-the-world'] }, 'acts.0'],
    ['for a kind that is not there', { categories: ['unicorns'] }, 'categories'],
    ['for an area that is not there', { areas: ['atlantis'] }, 'areas'],
    ['that ends before it begins', { until: '2025-12-31' }, 'until'],
    ['without a ground', { ground: ' ' }, 'ground'],
  ])('is not granted %s', async (_, other, field) => {
    const outcome = await enterAs(grantMandate, await admin(), { ...mandateForm, ...other })
    expect(outcome).toMatchObject({
      ok: false,
      problem: { type: 'invalid-input', fields: { [field]: expect.any(String) } },
    })
  })

  it('is not granted to oversight, to an administrator or to a resident', async () => {
    for (const { id } of [oversight, administrator, resident]) {
      expect(await enterAs(grantMandate, await admin(), { ...mandateForm, id })).toMatchObject({
        ok: false,
        problem: { type: 'not-found' },
      })
    }
  })

  it('ends before its time with a reason, once, and not while the record is broken', async () => {
    const [mandate] = (await town.visit('newcomer')).actor.mandates
    const revoke = async (reason: string) =>
      enterAs(revokeMandate, await admin(), { mandate: String(mandate?.id), reason })
    await town.breakRecords('audit_event')
    await expect(revoke('Moved to another department')).rejects.toThrow()
    await town.mendRecords()
    expect((await town.visit('newcomer')).actor.mandates).toHaveLength(1)
    expect(await revoke('gone')).toMatchObject({ ok: false, problem: { type: 'invalid-input' } })
    expect(await revoke('Moved to another department')).toMatchObject({ ok: true })
    expect((await town.visit('newcomer')).actor.mandates).toHaveLength(0)
    expect(await revoke('Moved to another department')).toMatchObject({ ok: false, problem: { type: 'out-of-date' } })
  })
})
