import { describe, expect, it } from 'vitest'
import { interactions } from '~/interactions/register.server'
import { enterAs } from '~/safeguards/door.server'
import type { Role } from '~/safeguards/vocabulary'
import { useTown } from '~tests/town'

const town = useTown()

// One person for each role, and somebody without an account, who is a resident to the door.
const somebody = {
  anybody: 'resident',
  resident: 'resident',
  handler: 'civil-servant',
  oversight: 'oversight',
  administrator: 'administrator',
  system: 'system',
} as const satisfies Record<string, Role>
type Who = keyof typeof somebody
const everybody = Object.keys(somebody) as Who[]

/** What the door says to somebody who comes with an empty form. */
async function saidTo(who: Who, interaction: (typeof interactions)[number]): Promise<string> {
  const outcome = await enterAs(interaction, await town.visit(who), {})
  return outcome.ok ? 'done' : outcome.problem.type
}

const turnedAway = ['not-your-role', 'sign-in-needed']

describe('every interaction and every role', () => {
  it('there are many to try', () => expect(interactions.length).toBeGreaterThan(40))

  it.each(interactions.map((each) => [each.name, each] as const))(
    '%s opens for its roles and for nobody else',
    async (_, interaction) => {
      const wrong: string[] = []
      for (const who of everybody) {
        const isInvited = interaction.roles.includes(somebody[who])
        const said = await saidTo(who, interaction)
        // Somebody without an account may still be asked to sign in, where an interaction is about their own things.
        const isFine = isInvited ? !turnedAway.includes(said) || who === 'anybody' : turnedAway.includes(said)
        if (!isFine) wrong.push(`${who}: ${said}`)
      }
      expect(wrong).toEqual([])
    },
  )

  it('leaves a refusal in the record for each person of a wrong role, and none for a stranger', async () => {
    const refusals = await town.sql<{ role: string; kind: string }>(
      `SELECT role, kind FROM entry WHERE is_refused AND problem = 'not-your-role'`,
    )
    const recorded = interactions.filter(({ effect }) => effect !== 'public-read')
    const missing = recorded.flatMap(({ name, roles }) =>
      everybody
        .filter((who) => who !== 'anybody' && who !== 'system' && !roles.includes(somebody[who]))
        .filter((who) => !refusals.some(({ role, kind }) => kind === name && role === somebody[who]))
        .map((who) => `${name}: ${who}`),
    )
    expect(missing).toEqual([])
    expect(refusals.length).toBeGreaterThan(40)
  })
})
