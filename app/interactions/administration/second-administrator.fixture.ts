import type { Tx } from '~/platform/db.server'
import { visitOf } from '~/safeguards/door/actor.server'
import { makeStaff } from '../people/person.server'

type TownOfTest = { given: <Value>(act: (tx: Tx) => Promise<Value>) => Promise<Value> }

/** Testdam has one administrator; what needs two people needs a second one. */
export async function secondAdministrator(town: TownOfTest) {
  const { personId } = await town.given((tx) =>
    makeStaff(
      tx,
      {
        email: 'b.second@testdam.example',
        name: 'Bea Second',
        role: 'administrator',
        language: 'en',
        jobTitle: 'Second application manager',
      },
      new Date('2026-01-05T09:00:00Z'),
    ),
  )
  return { id: personId, visit: () => visitOf(personId) }
}
