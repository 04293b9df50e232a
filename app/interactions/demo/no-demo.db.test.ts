import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { makePeople } from './make-people.server'

const town = useTown()

test('a town that is no demo never has invented people', async () => {
  const outcome = await enterAs(makePeople, await town.visit('system'), {})
  expect(outcome).toMatchObject({ ok: false, problem: { status: 404 } })
  expect(await town.db.person.count({ where: { isDemo: true } })).toBe(0)
})
