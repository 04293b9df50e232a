import { randomUUID } from 'node:crypto'
import { newReference } from '~/platform/tokens.server'
import { enterAs } from '~/safeguards/door.server'
import type { Interaction } from '~/safeguards/interaction.server'
import type { people } from '~tests/people-of-testdam'
import type { useTown } from '~tests/town'
import { caseToRead } from './case-in-hand.server'

export type Testdam = ReturnType<typeof useTown>
export type Who = keyof typeof people

type Given = {
  category?: 'street-light' | 'pothole' | 'graffiti'
  area?: 'north' | 'south'
  status?: 'open' | 'in-progress' | 'waiting' | 'resolved'
  reporters?: readonly (Who | null)[]
  assignee?: Who
  language?: string
  description?: string
  dueAt?: Date
  reportedAt?: Date
}

/** An issue as residents reported it, laid out by hand. */
export async function aCase(town: Testdam, given: Given = {}) {
  const {
    category = 'street-light',
    area = 'north',
    status = 'open',
    reporters = ['resident'],
    language = 'en',
  } = given
  const { description = 'The lamp is out.', reportedAt = new Date('2026-11-02T09:00:00Z') } = given
  const { dueAt = new Date('2026-12-01T23:00:00Z') } = given
  const id = randomUUID()
  const ref = newReference('TDM')
  const closedAt = status === 'resolved' ? new Date('2026-11-05T09:00:00Z') : null
  await town.given(async (tx) => {
    await tx.issue.create({
      data: {
        id,
        ref,
        status,
        dueAt,
        closedAt,
        reportedAt,
        categoryKey: category,
        areaKey: area,
        place: 'Kerkstraat at Damweg',
        ...town.spots[area],
        updatedAt: reportedAt,
        reportCount: reporters.length,
        assigneeId: given.assignee ? town.people[given.assignee].id : null,
      },
    })
    for (const who of reporters) {
      const personId = who && town.people[who].id
      await tx.report.create({ data: { issueId: id, channel: 'web', language, description, reportedAt, personId } })
    }
  })
  return { id, ref }
}

/** The version of a case, as a form would carry it. */
export const versionOf = (town: Testdam, ref: string) =>
  town.db.$transaction(async (tx) => (await caseToRead(tx, ref)).version)

/** Somebody acts on a case as its page has just shown it. */
export async function act<Value>(
  town: Testdam,
  // biome-ignore lint/suspicious/noExplicitAny: any act on a case, whatever its fields
  interaction: Interaction<any, Value>,
  who: Who | 'anybody' | 'system',
  ref: string,
  fields: Record<string, unknown> = {},
) {
  const version = fields.version ?? (await versionOf(town, ref))
  return enterAs(interaction, await town.visit(who), { ref, language: 'en', ...fields, version })
}

/** The last thing in the record about a case, refusals left out. */
export const lastEntry = (town: Testdam, ref: string) =>
  town.db.entry.findFirst({ where: { objectRef: ref }, orderBy: { entryId: 'desc' } })

/** The last refusal in the record: refusals name no case. */
export const lastRefusal = (town: Testdam, kind: string) =>
  town.db.entry.findFirst({ where: { kind, isRefused: true }, orderBy: { entryId: 'desc' } })

/** A decision that has all its parts. */
export const goodDecision = {
  outcome: 'resolved',
  facts: 'On Monday our crew saw that the lamp was broken.',
  ground: 'Lighting plan 2026, section 2.',
  reasons: 'We put in a new lamp and saw it burn in the evening.',
}
