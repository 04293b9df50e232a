import { expect, test } from 'vitest'
import { aCase, act, goodDecision, lastEntry, lastRefusal } from '~/interactions/cases/case.fixture'
import { holdClock } from '~/platform/clock.server'
import { enterAs } from '~/safeguards/door.server'
import { languages } from '~/safeguards/vocabulary'
import { useTown } from '~tests/town'
import { closeCase } from './close-case.server'
import { decisionTemplates, hasGap } from './decision-templates'
import { prepareDecision } from './prepare-decision.server'

const town = useTown()
const caseOf = (ref: string) =>
  town.db.issue.findUniqueOrThrow({ where: { ref }, include: { updates: true, decisions: true } })

test('a decision closes the case with facts, ground, reasons, the mandate it rests on, and what to do against it', async () => {
  holdClock(new Date('2026-11-25T10:00:00Z'))
  const { ref } = await aCase(town, { reporters: ['neighbour'] })
  expect((await act(town, closeCase, 'northHandler', ref, { ...goodDecision, language: 'nl' })).ok).toBe(true)
  const after = await caseOf(ref)
  expect(after).toMatchObject({ status: 'resolved', closedAt: new Date('2026-11-25T10:00:00Z') })
  const [mandate] = await town.db.mandate.findMany({ where: { personId: town.people.northHandler.id } })
  expect(after.decisions).toMatchObject([
    {
      ...goodDecision,
      language: 'nl',
      decidedTitle: 'Officer lighting north',
      mandateId: mandate?.id,
      redressBody: 'Objections committee of Testdam',
      redressAddress: 'Dam 1, 1011 AA Testdam',
      // Six weeks after 25 November is 6 January.
      redressUntil: new Date('2027-01-06T00:00:00Z'),
      updateId: after.updates[0]?.id,
      supersedesId: null,
    },
  ])
  expect(after.updates).toMatchObject([{ kind: 'decision', text: goodDecision.reasons, statusAfter: 'resolved' }])
  expect(await town.db.mail.count({ where: { template: 'closed', personId: town.people.neighbour.id } })).toBe(1)
  const entry = await lastEntry(town, ref)
  expect(entry?.checks).toContainEqual(expect.objectContaining({ id: 'L08', outcome: 'pass' }))
  expect(entry?.checks).toContainEqual(expect.objectContaining({ id: 'I01', outcome: 'pass' }))
})

test('a last day that falls on a day off runs on to the next working day', async () => {
  // Six weeks after Friday 13 November is Christmas, then Boxing Day on a Saturday, then a Sunday.
  holdClock(new Date('2026-11-13T10:00:00Z'))
  const { ref } = await aCase(town)
  await act(town, closeCase, 'handler', ref, goodDecision)
  expect((await caseOf(ref)).decisions[0]?.redressUntil).toEqual(new Date('2026-12-28T00:00:00Z'))
})

test.each([
  ['facts', '', 'check.L08.facts-missing'],
  ['ground', '  ', 'check.L08.ground-missing'],
  ['reasons', '', 'check.L08.reasons-missing'],
  ['reasons', 'Done.', 'check.L08.reasons-too-short'],
])(
  'a decision with %s "%s" closes nothing, comes back as it was typed, and is on record as refused',
  async (part, said, why) => {
    const { ref } = await aCase(town)
    const outcome = await act(town, closeCase, 'handler', ref, { ...goodDecision, [part]: said })
    expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({
      status: 403,
      detail: why,
      kept: { ...goodDecision, [part]: said },
    })
    expect(await caseOf(ref)).toMatchObject({ status: 'open', updates: [], decisions: [] })
    expect((await lastRefusal(town, 'case.close'))?.checks).toContainEqual(
      expect.objectContaining({ id: 'L08', explanation: why }),
    )
  },
)

test('a town that has not set where to object closes nothing', async () => {
  const { ref } = await aCase(town)
  const [before] = await town.sql<{ settings: object }>('SELECT settings FROM town')
  await town.given((tx) => tx.town.update({ where: { id: 1 }, data: { settings: {} } }))
  const outcome = await act(town, closeCase, 'handler', ref, goodDecision)
  await town.given((tx) => tx.town.update({ where: { id: 1 }, data: { settings: before?.settings ?? {} } }))
  expect(outcome.ok || outcome.problem.detail).toBe('check.L08.redress-missing')
})

test('who reported an issue does not decide about it', async () => {
  const { ref } = await aCase(town, { reporters: [null, 'handler'] })
  const outcome = await act(town, closeCase, 'handler', ref, goodDecision)
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ status: 403, detail: 'check.I01.own-report' })
  expect(await caseOf(ref)).toMatchObject({ status: 'open', decisions: [] })
})

test('who lives in the neighbourhood decides, and oversight can see it', async () => {
  const { ref } = await aCase(town)
  const { id } = town.people.northHandler
  await town.given((tx) => tx.person.update({ where: { id }, data: { homeAreaKey: 'north' } }))
  const outcome = await act(town, closeCase, 'northHandler', ref, goodDecision)
  await town.given((tx) => tx.person.update({ where: { id }, data: { homeAreaKey: null } }))
  expect(outcome.ok && outcome.warnings).toMatchObject([{ id: 'I01', explanation: 'check.I01.lives-in-area' }])
})

test('a case that was opened again gets a decision that takes the place of the first', async () => {
  const { id, ref } = await aCase(town)
  await act(town, closeCase, 'handler', ref, goodDecision)
  await town.given((tx) => tx.issue.update({ where: { id }, data: { status: 'open', closedAt: null } }))
  await act(town, closeCase, 'handler', ref, { ...goodDecision, outcome: 'not-resolved' })
  const decisions = await town.db.decision.findMany({ where: { issueId: id }, orderBy: { decidedAt: 'asc' } })
  expect(decisions[1]).toMatchObject({ outcome: 'not-resolved', supersedesId: decisions[0]?.id })
})

test('a closed case is not closed once more', async () => {
  const { ref } = await aCase(town, { status: 'resolved' })
  const outcome = await act(town, closeCase, 'handler', ref, goodDecision)
  expect(outcome.ok || outcome.problem.type).toBe('out-of-date')
})

test('a gap of a template does not go out to a resident', async () => {
  const { ref } = await aCase(town)
  const outcome = await act(town, closeCase, 'handler', ref, { ...goodDecision, facts: 'On [day] we looked at it.' })
  expect(outcome.ok || outcome.problem.fields).toEqual({ facts: 'desk.close.gap' })
})

test('a case stays open while the record accepts nothing', async () => {
  const { ref } = await aCase(town)
  await town.breakRecords('entry')
  await expect(act(town, closeCase, 'handler', ref, goodDecision)).rejects.toThrow()
  await town.mendRecords()
  expect(await caseOf(ref)).toMatchObject({ status: 'open', updates: [], decisions: [] })
  expect(await town.db.mail.count({ where: { template: 'closed', onceKey: { contains: ref } } })).toBe(0)
})

test.each(languages)(
  'every template of the town has its words in %s, with gaps that must be filled',
  async (language) => {
    const lamp = await aCase(town)
    for (const { key } of decisionTemplates.filter((one) => !one.for)) {
      const outcome = await enterAs(prepareDecision, await town.visit('handler'), {
        ref: lamp.ref,
        template: key,
        language,
      })
      if (!outcome.ok) throw outcome.problem
      const { begun, chosen } = outcome.value
      expect(chosen).toBe(key)
      for (const text of [begun.facts, begun.ground, begun.reasons]) expect(text.length).toBeGreaterThan(10)
      expect([begun.facts, begun.ground, begun.reasons].some(hasGap)).toBe(true)
    }
  },
)

test('a decision begins in the language of whoever reported first, and nobody else prepares one', async () => {
  const { ref } = await aCase(town, { language: 'es' })
  const outcome = await enterAs(prepareDecision, await town.visit('handler'), { ref, template: 'made-up' })
  expect(outcome.ok && outcome.value).toMatchObject({ language: 'es', chosen: null, begun: { facts: '' } })
  for (const who of ['resident', 'anybody', 'oversight', 'administrator'] as const) {
    expect((await enterAs(prepareDecision, await town.visit(who), { ref })).ok).toBe(false)
  }
})
