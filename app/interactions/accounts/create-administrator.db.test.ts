import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { createAdministrator } from './create-administrator.server'
import { readInvite } from './read-invite.server'

const town = useTown()
const asked = { email: 'first@testdam.example', name: 'Fenna First' }
const create = async (input: Record<string, unknown>) => enterAs(createAdministrator, await town.visit('system'), input)

test('the operator makes an administrator, who can set up their account with the link', async () => {
  const outcome = await create(asked)
  if (!outcome.ok) throw outcome.problem
  expect(outcome.value.isNew).toBe(true)
  const person = await town.db.person.findUniqueOrThrow({ where: { id: outcome.value.personId } })
  expect(person).toMatchObject({ role: 'administrator', passwordHash: null })
  const token = outcome.value.path.replace('/sign-in/invite/', '')
  const read = await enterAs(readInvite, await town.visit('anybody'), { token })
  expect(read).toMatchObject({ ok: true, value: { step: 'password', email: asked.email } })
  town.neverInRecords(asked.email, asked.name)
})

test('somebody who lost password and phone gets a new link, and keeps their role', async () => {
  const outcome = await create({ email: town.people.oversight.email })
  expect(outcome).toMatchObject({ ok: true, value: { isNew: false, personId: town.people.oversight.id } })
  expect(await town.db.person.findUnique({ where: { id: town.people.oversight.id } })).toMatchObject({
    role: 'oversight',
  })
})

test('a resident does not become an administrator: one person, one role', async () => {
  expect(await create({ email: town.people.resident.email })).toMatchObject({ ok: false, problem: { status: 409 } })
})

test.each(['anybody', 'resident', 'handler', 'newcomer', 'oversight', 'administrator'] as const)(
  'the %s cannot make one from the outside',
  async (who) => {
    expect(await enterAs(createAdministrator, await town.visit(who), asked)).toMatchObject({ ok: false })
  },
)

test('when the record cannot be written there is no new administrator', async () => {
  const before = await town.db.person.count()
  await town.breakRecords('entry')
  await expect(create({ email: 'second@testdam.example' })).rejects.toThrow()
  expect(await town.db.person.count()).toBe(before)
})
