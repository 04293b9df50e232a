import { describe, expect, it } from 'vitest'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { closeCase } from '../decisions/close-case.server'
import { acknowledgeCase } from './acknowledge-case.server'
import { askReporter } from './ask-reporter.server'
import { assignCase } from './assign-case.server'
import { aCase, act, goodDecision, lastEntry, lastRefusal, type Who } from './case.fixture'
import { declareInterest } from './declare-interest.server'
import { listColleagues } from './list-colleagues.server'
import { moveCase } from './move-case.server'
import { openCase } from './open-case.server'
import { planWork } from './plan-work.server'
import { publishUpdate } from './publish-update.server'
import { releaseCase } from './release-case.server'
import { takeCase } from './take-case.server'
import { writeNote } from './write-note.server'

const town = useTown()

const text = 'We will look at it this week.'
type Act = { interaction: AnyInteraction; fields?: Record<string, unknown>; mandate: string; isRead?: true }
const acts: Act[] = [
  { interaction: openCase, mandate: 'read-cases', isRead: true },
  { interaction: listColleagues, mandate: 'answer', isRead: true },
  { interaction: takeCase, mandate: 'answer' },
  { interaction: releaseCase, mandate: 'answer' },
  { interaction: assignCase, mandate: 'answer', fields: { assigneeId: '00000000-0000-4000-8000-000000000012' } },
  { interaction: acknowledgeCase, mandate: 'answer' },
  { interaction: publishUpdate, mandate: 'answer', fields: { text } },
  { interaction: planWork, mandate: 'answer', fields: { plannedFor: '2027-01-04' } },
  { interaction: askReporter, mandate: 'answer', fields: { text } },
  { interaction: writeNote, mandate: 'answer', fields: { text } },
  { interaction: moveCase, mandate: 'answer', fields: { text, categoryKey: 'pothole' } },
  { interaction: closeCase, mandate: 'decide', fields: goodDecision },
  { interaction: declareInterest, mandate: 'read-cases', fields: { kind: 'relation', outcome: 'recused', text } },
]

const state = (ref: string) =>
  town.db.issue.findUniqueOrThrow({
    where: { ref },
    include: { updates: true, notes: true, decisions: true, interests: true },
  })

describe.each(acts)('$interaction.name', ({ interaction, fields, mandate, isRead }) => {
  const northLamp = () => aCase(town, { assignee: 'handler' })

  it.each<[Who | 'anybody' | 'system', boolean]>([
    ['handler', true],
    ['northHandler', true],
    ['newcomer', false],
    ['resident', false],
    ['anybody', false],
    ['oversight', false],
    ['administrator', false],
    ['system', false],
  ])('lets %s in: %s', async (who, isAllowed) => {
    const { ref } = await northLamp()
    const before = await state(ref)
    const outcome = await act(town, interaction, who, ref, fields)
    if (isAllowed && !outcome.ok) throw new Error(JSON.stringify(outcome.problem))
    expect(outcome.ok).toBe(isAllowed)
    if (!isAllowed || isRead) expect(await state(ref)).toEqual(before)
    if (isAllowed) expect(await lastEntry(town, ref)).toMatchObject({ kind: interaction.name, isRefused: false })
  })

  it('refuses a handler outside the area of their mandate, and the record says which mandate is missing', async () => {
    const { ref } = await aCase(town, { area: 'south', assignee: 'handler' })
    const before = await state(ref)
    const outcome = await act(town, interaction, 'northHandler', ref, fields)
    expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ status: 403, detail: 'check.L13.other-area' })
    expect(await state(ref)).toEqual(before)
    const refusal = await lastRefusal(town, interaction.name)
    expect(refusal).toMatchObject({ worst: 'block', role: 'civil-servant' })
    expect(refusal?.checks).toContainEqual(
      expect.objectContaining({
        id: 'L13',
        outcome: 'block',
        values: { act: mandate.replaceAll('-', '_'), category: 'street-light', area: 'south' },
      }),
    )
  })

  it.each(['entry', 'audit_event', 'processing_line'])('does nothing while %s accepts nothing', async (table) => {
    const { ref } = await northLamp()
    const before = await state(ref)
    await town.breakRecords(table)
    await expect(act(town, interaction, 'handler', ref, fields)).rejects.toThrow()
    await town.mendRecords()
    expect(await state(ref)).toEqual(before)
    expect(await lastEntry(town, ref)).toBeNull()
  })

  it('knows no case with a made-up reference', async () => {
    const { ref } = await northLamp()
    const outcome = await act(town, interaction, 'handler', ref, { ...fields, ref: 'TDM-0000-000' })
    expect(outcome.ok || outcome.problem.status).toBe(404)
  })
})

describe('a case that somebody changed meanwhile', () => {
  it.each(acts.filter(({ isRead, interaction }) => !isRead && interaction !== writeNote))(
    'is not touched by $interaction.name from an old page, and what was typed comes back',
    async ({ interaction, fields }) => {
      const { ref } = await aCase(town, { assignee: 'handler' })
      const before = await state(ref)
      const outcome = await act(town, interaction, 'handler', ref, { ...fields, version: '1' })
      expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ status: 409, kept: { version: '1' } })
      expect(await state(ref)).toEqual(before)
      expect(await lastRefusal(town, interaction.name)).toMatchObject({ problem: 'out-of-date' })
    },
  )
})
