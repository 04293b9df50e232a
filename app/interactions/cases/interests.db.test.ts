import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { closeCase } from '../decisions/close-case.server'
import { aCase, act, goodDecision, lastRefusal, type Who } from './case.fixture'
import { declareInterest } from './declare-interest.server'
import { openCase } from './open-case.server'
import { waiveInterest } from './waive-interest.server'

const town = useTown()
const text = 'My sister lives next to this lamp.'
const declare = (who: Who, ref: string, outcome: 'open' | 'recused' = 'open') =>
  act(town, declareInterest, who, ref, { kind: 'relation', outcome, text })
const declared = (ref: string) => town.db.interestDeclaration.findFirstOrThrow({ where: { issue: { ref } } })

async function waive(who: Who, ref: string, fields: Record<string, unknown> = {}) {
  const { id, declaredAt } = await declared(ref)
  const given = {
    ref,
    declarationId: id,
    declaredAt: declaredAt.toISOString(),
    text: 'She does not own the house.',
    ...fields,
  }
  return enterAs(waiveInterest, await town.visit(who), given)
}

test('who declares an interest gives the case out of hand and does not decide it', async () => {
  const { ref } = await aCase(town, { assignee: 'handler' })
  expect((await declare('handler', ref)).ok).toBe(true)
  expect(await town.db.issue.findUnique({ where: { ref } })).toMatchObject({ assigneeId: null })
  const outcome = await act(town, closeCase, 'handler', ref, goodDecision)
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ status: 403, detail: 'check.I01.declared' })
})

test('a colleague with the mandate to decide may allow it, with the reason beside the interest', async () => {
  const { ref } = await aCase(town)
  await declare('handler', ref)
  expect((await waive('northHandler', ref)).ok).toBe(true)
  expect(await declared(ref)).toMatchObject({
    outcome: 'waived',
    reason: text,
    waivedBy: town.people.northHandler.id,
    waiverReason: 'She does not own the house.',
  })
  const outcome = await act(town, closeCase, 'handler', ref, goodDecision)
  expect(outcome.ok && outcome.warnings).toMatchObject([{ id: 'I01', explanation: 'check.I01.waived' }])
})

test('nobody allows their own interest', async () => {
  const { ref } = await aCase(town)
  await declare('handler', ref)
  const outcome = await waive('handler', ref)
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ status: 403, detail: 'check.I02.same-person' })
  expect(await lastRefusal(town, 'interest.waive')).toMatchObject({ worst: 'block' })
  expect(await declared(ref)).toMatchObject({ outcome: 'open' })
})

test('nobody allows an interest that they have not read as it was declared', async () => {
  const { ref } = await aCase(town)
  await declare('handler', ref)
  const outcome = await waive('northHandler', ref, { declaredAt: '2020-01-01T00:00:00.000Z' })
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({ detail: 'check.I02.not-opened' })
})

test.each(['newcomer', 'resident', 'oversight', 'administrator'] as const)('the %s allows nothing', async (who) => {
  const { ref } = await aCase(town)
  await declare('handler', ref)
  expect((await waive(who, ref)).ok).toBe(false)
  expect(await declared(ref)).toMatchObject({ outcome: 'open' })
})

test('who left the case to a colleague cannot be called back, and an interest is declared once', async () => {
  const { ref } = await aCase(town)
  await declare('handler', ref, 'recused')
  const allowed = await waive('northHandler', ref)
  expect(allowed.ok || allowed.problem.type).toBe('out-of-date')
  const again = await declare('handler', ref)
  expect(again.ok || again.problem.fields).toEqual({ kind: 'desk.interest.declared-before' })
})

test('an interest stays undeclared, and a waiver ungiven, while the record accepts nothing', async () => {
  const { ref } = await aCase(town)
  await declare('handler', ref)
  await town.breakRecords('entry')
  await expect(waive('northHandler', ref)).rejects.toThrow()
  await town.mendRecords()
  expect(await declared(ref)).toMatchObject({ outcome: 'open', waivedBy: null })
})

test('a case says that its reader is tied to it', async () => {
  const { ref } = await aCase(town, { reporters: ['handler', null] })
  const outcome = await enterAs(openCase, await town.visit('handler'), { ref })
  expect(outcome.ok && outcome.value.page.own).toMatchObject({ isTied: true, hasReported: true })
})
