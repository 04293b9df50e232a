import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { secondAdministrator } from '~/interactions/administration/second-administrator.fixture'
import { interactions } from '~/interactions/register.server'
import { newSessionId } from '~/platform/session.server'
import { newToken } from '~/platform/tokens.server'
import type { Visit } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '../town'
import { filled, forms } from './access-forms'
import { layOut, type Things } from './access-things'
import { hostile, hostileToRead } from './hostile-corpus'

const dataDir = 'var/test/hostile'
const town = useTown({ dataDir })
let author: string
let things: Things
// Every field of every form, filled in.
let everything: Record<string, unknown>
beforeAll(async () => {
  author = (await secondAdministrator(town)).id
  things = await layOut(town, author)
  everything = nested(Object.assign({}, ...Object.values(forms).map((form) => filled(form, things))))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** The names of the fields that an interaction reads, from its own schema. */
function fieldsOf({ input }: AnyInteraction): string[] {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  return Object.keys(schema.properties ?? {})
}

const asked = interactions.filter((each) => fieldsOf(each).length > 0)

const whoFor = ({ roles }: AnyInteraction) =>
  roles.includes('resident')
    ? 'resident'
    : roles.includes('civil-servant')
      ? 'handler'
      : roles.includes('administrator')
        ? 'administrator'
        : roles.includes('oversight')
          ? 'oversight'
          : 'system'

/** A form that gets as far as it can: what goes wrong with one field must be the fault of that field. */
function goodFor({ name }: AnyInteraction): Record<string, unknown> {
  const administration = /^(category|town|change)\./.test(name)
  return {
    ...everything,
    ref: things.ref,
    version: administration ? 1 : things.version,
    id: name.startsWith('change') ? things.changeId : name.startsWith('report') ? things.receipt : things.staffId,
    key: 'graffiti',
    name: administration ? { en: 'Graffiti' } : 'Iris de Wit',
    reason: 'The crews asked for this change.',
    text: 'The crew comes on Monday.',
    description: 'The lamp is out.',
    category: name.startsWith('contact') ? 'danger' : 'street-light',
    type: 'yes-no',
    question: name === 'category.write-question' ? '' : 'is-it-big',
    outcome: name.startsWith('interest') ? 'open' : 'resolved',
    draftToken: newToken(),
    browserToken: newToken(),
    sessionToken: newSessionId(),
    token: things.followConfirm,
    mailId: things.mailId,
    reportId: things.reportId,
    answers: { trouble: 'off' },
    channel: 'web',
  }
}

function nested(form: Record<string, string>): Record<string, unknown> {
  const result: Record<string, Record<string, string> | string> = {}
  for (const [name, value] of Object.entries(form)) {
    const [first = '', second] = name.split('.', 2)
    const group = result[first]
    result[first] = second === undefined ? value : { ...(typeof group === 'object' ? group : {}), [second]: value }
  }
  return result
}

async function faultOf(
  interaction: AnyInteraction,
  visit: Visit,
  form: Record<string, unknown>,
): Promise<string | null> {
  const began = performance.now()
  try {
    const outcome = await enterAs(interaction, visit, form)
    const took = performance.now() - began
    if (took > 3_000) return `took ${Math.round(took)} ms`
    if (outcome.ok) return null
    const { status } = outcome.problem
    return status >= 400 && status < 500 ? null : `answered ${status}`
  } catch (error) {
    return `broke: ${error instanceof Error ? `${error.name} ${error.message.split('\n').at(-1)?.slice(0, 160)}` : typeof error}`
  }
}

describe('every field of everything that can be asked or sent', () => {
  it('there are many', () => expect(asked.length).toBeGreaterThan(100))

  it.each(asked.map((each) => [each.name, each] as const))(
    '%s takes what is hostile as text or refuses it, and never breaks',
    async (_, interaction) => {
      const faults: string[] = []
      const visit = await town.visit(whoFor(interaction))
      const corpus = interaction.effect === 'write' ? hostile : hostileToRead
      for (const field of [...fieldsOf(interaction), 'a field that nobody asked for']) {
        for (const [what, value] of corpus) {
          const fault = await faultOf(interaction, visit, { ...goodFor(interaction), [field]: value })
          if (fault) faults.push(`${field} as ${what}: ${fault}`)
        }
      }
      expect(faults).toEqual([])
    },
    60_000,
  )

  it('left the town standing, its people in their roles, and no object with more than it had', async () => {
    const [row] = await town.sql<{ issues: number }>('SELECT count(*)::integer AS issues FROM issue')
    expect(row?.issues).toBeGreaterThan(0)
    for (const { id, role } of Object.values(town.people))
      expect(await town.sql('SELECT role FROM person WHERE id = $1', [id])).toEqual([{ role }])
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})
