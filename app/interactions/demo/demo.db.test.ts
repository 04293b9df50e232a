import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { passwordStep } from '../accounts/password-step.server'
import { seeSignIn } from '../accounts/see-sign-in.server'
import { demoPeople } from './demo-people'
import { demoPassword, demoSignIns } from './demo-sign-ins.server'
import { makePeople } from './make-people.server'

const town = useTown({ demo: true })

test('the demo invents one person for each post, once, with sign-ins that are made anew on every machine', async () => {
  const system = await town.visit('system')
  const first = await enterAs(makePeople, system, {})
  expect(first).toMatchObject({ ok: true, value: { made: demoPeople.length } })
  const second = await enterAs(makePeople, system, {})
  expect(second).toMatchObject({ ok: true, value: { made: 0, ids: first.ok && first.value.ids } })
  const made = await town.db.person.findMany({ where: { isDemo: true } })
  expect(made.map(({ role }) => role).sort()).toEqual([...demoPeople.map(({ role }) => role)].sort())
  const signIns = demoSignIns(new Date())
  expect(new Set(signIns.flatMap(({ password }) => password ?? [])).size).toBe(demoPeople.length - 1)
})

test('somebody of the demo signs in with the password that was shown', async () => {
  await enterAs(makePeople, await town.visit('system'), {})
  const visit = await town.visit('anybody')
  const email = demoPeople.find(({ key }) => key === 'handler')?.email
  const tried = (password: string) => enterAs(passwordStep, visit, { email, password })
  expect(await tried(demoPassword('handler'))).toMatchObject({ value: { outcome: 'code-needed' } })
  expect(await tried(demoPassword('lighting'))).toMatchObject({ value: { outcome: 'refused' } })
})

test('the sign-in page names the people of the demo in the order of their list', async () => {
  await enterAs(makePeople, await town.visit('system'), {})
  const page = await enterAs(seeSignIn, await town.visit('anybody'), {})
  const shown = page.ok ? page.value.demoPeople.map(({ role, jobTitle }) => `${role} ${jobTitle}`) : []
  expect(shown).toEqual(demoPeople.map(({ role, jobTitle }) => `${role} ${jobTitle}`))
})

test('nobody but the platform makes demo people, and without their record there are none', async () => {
  for (const who of ['anybody', 'resident', 'handler', 'oversight', 'administrator'] as const)
    expect((await enterAs(makePeople, await town.visit(who), {})).ok).toBe(false)
  const before = await town.db.person.count()
  await town.breakRecords('entry')
  await expect(enterAs(makePeople, await town.visit('system'), {})).rejects.toThrow()
  expect(await town.db.person.count()).toBe(before)
})
