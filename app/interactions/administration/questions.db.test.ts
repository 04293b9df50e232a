import { describe, expect, it } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { discardQuestions, moveQuestion, removeQuestion } from './questions/arrange-questions.server'
import { openQuestion } from './questions/open-question.server'
import { publishQuestions } from './questions/publish-questions.server'
import { readQuestions } from './questions/read-questions.server'
import { writeQuestion } from './questions/write-question.server'

const town = useTown()
const guarded: readonly AnyInteraction[] = [
  writeQuestion,
  moveQuestion,
  removeQuestion,
  publishQuestions,
  discardQuestions,
  readQuestions,
  openQuestion,
]
const key = 'street-light'
const admin = () => town.visit('administrator')
const published = async () =>
  (await town.db.category.findUniqueOrThrow({ where: { key } })).questions as { key: string }[]
const draft = async () => {
  const outcome = await enterAs(readQuestions, await admin(), { key })
  if (!outcome.ok) throw new Error('The questions could not be read.')
  return outcome.value
}
const keysOf = async () => (await draft()).questions.map(({ question }) => question.key)

const yesNo = {
  key,
  type: 'yes-no',
  label: { en: 'Can somebody touch a wire?', ar: 'هل يمكن لمس سلك؟' },
  isRequired: 'yes',
}

describe('who may change questions', () => {
  it.each(['resident', 'handler', 'oversight'] as const)('%s may not', async (who) => {
    const visit = await town.visit(who)
    for (const interaction of guarded) {
      const outcome = await enterAs(interaction, visit, {
        ...yesNo,
        question: 'trouble',
        way: 'up',
        reason: 'Just because I can',
      })
      expect(outcome).toMatchObject({ ok: false, problem: { type: 'not-your-role' } })
    }
  })
})

describe('a draft of questions', () => {
  it('asks nobody anything before it is published with a reason', async () => {
    expect(await enterAs(writeQuestion, await admin(), yesNo)).toMatchObject({ ok: true })
    expect(await keysOf()).toEqual(['trouble', 'pole-number', 'can-somebody-touch-a-wire'])
    expect((await published()).map((one) => one.key)).toEqual(['trouble', 'pole-number'])
    expect(await enterAs(publishQuestions, await admin(), { key, reason: 'no' })).toMatchObject({ ok: false })
    expect(
      await enterAs(publishQuestions, await admin(), { key, reason: 'Crew must bring an electrician' }),
    ).toMatchObject({
      ok: true,
      value: { version: 2, questions: 3 },
    })
    expect((await published()).map((one) => one.key)).toEqual(['trouble', 'pole-number', 'can-somebody-touch-a-wire'])
    expect(await draft()).toMatchObject({ isChanged: false, changes: [] })
  })

  it('is arranged by buttons, and no question may wait for one that comes later', async () => {
    const move = async (question: string, way: string) => enterAs(moveQuestion, await admin(), { key, question, way })
    expect(await move('can-somebody-touch-a-wire', 'up')).toMatchObject({ ok: true })
    expect(await move('can-somebody-touch-a-wire', 'up')).toMatchObject({ ok: true })
    expect(await keysOf()).toEqual(['can-somebody-touch-a-wire', 'trouble', 'pole-number'])
    // The number on the pole is asked only after an answer to what is wrong.
    expect(await move('pole-number', 'up')).toMatchObject({
      ok: false,
      problem: { fields: { form: 'admin.questions.would-break' } },
    })
    expect(await enterAs(removeQuestion, await admin(), { key, question: 'trouble' })).toMatchObject({ ok: false })
    expect((await draft()).changes).toContainEqual({ key: 'can-somebody-touch-a-wire', what: 'moved' })
    expect(await enterAs(discardQuestions, await admin(), { key })).toMatchObject({ ok: true })
    expect(await keysOf()).toEqual(['trouble', 'pole-number', 'can-somebody-touch-a-wire'])
  })

  it('takes choices in the order of their numbers, keeps old keys, and gives new ones', async () => {
    const form = {
      key,
      question: 'trouble',
      type: 'one',
      label: { en: 'What is wrong?' },
      choice: {
        value: ['off', 'flickers', 'damaged', ''],
        place: ['2', '1', '3', '4'],
        en: ['It is off', 'It flickers', 'The pole is damaged', 'It is on by day'],
        nl: ['', '', '', 'Brandt overdag'],
        es: ['', '', '', ''],
        ar: ['', '', '', ''],
      },
    }
    expect(await enterAs(writeQuestion, await admin(), form)).toMatchObject({ ok: true })
    const opened = await enterAs(openQuestion, await admin(), { key, question: 'trouble' })
    expect(opened).toMatchObject({
      ok: true,
      value: {
        question: {
          choices: [
            { value: 'flickers' },
            { value: 'off' },
            { value: 'damaged' },
            { value: 'it-is-on-by-day', label: { en: 'It is on by day', nl: 'Brandt overdag' } },
          ],
        },
      },
    })
    await enterAs(discardQuestions, await admin(), { key })
  })

  it('does not take a question that makes no sense, and says where', async () => {
    const write = async (form: Record<string, unknown>) => enterAs(writeQuestion, await admin(), { key, ...form })
    expect(await write({ type: 'text', label: {} })).toMatchObject({ ok: false })
    expect(await write({ type: 'one', label: { en: 'Which?' }, choice: { en: 'Only one' } })).toMatchObject({
      ok: false,
      problem: { fields: { choice: 'field.required' } },
    })
    expect(await write({ type: 'number', label: { en: 'How many?' }, least: '5', most: '2' })).toMatchObject({
      ok: false,
      problem: { fields: { most: 'field.range' } },
    })
    expect(await write({ ...yesNo, condition: ['trouble:off', 'can-somebody-touch-a-wire:yes'] })).toMatchObject({
      ok: false,
      problem: { fields: { condition: 'field.condition' } },
    })
    expect(await write({ ...yesNo, question: 'not-there' })).toMatchObject({
      ok: false,
      problem: { type: 'not-found' },
    })
    expect(await write({ type: 'yes-no', label: { en: '__proto__' } })).toMatchObject({ ok: true })
    expect(await keysOf()).toContain('proto')
    await enterAs(discardQuestions, await admin(), { key })
  })

  it('points out a question about something private, and oversight can see that it did', async () => {
    await enterAs(writeQuestion, await admin(), {
      key,
      type: 'text',
      label: { en: 'Is the neighbour schizophrenic?' },
    })
    const outcome = await enterAs(publishQuestions, await admin(), { key, reason: 'Wanted by the department' })
    expect(outcome).toMatchObject({ ok: true, warnings: [{ id: 'L04', outcome: 'warn' }] })
  })

  it('is not published over questions that somebody else published meanwhile, nor while the record is broken', async () => {
    await enterAs(writeQuestion, await admin(), { key, type: 'date', label: { en: 'Since when?' } })
    const before = await published()
    await town.breakRecords('entry')
    await expect(enterAs(publishQuestions, await admin(), { key, reason: 'Crew wants the day' })).rejects.toThrow()
    await town.mendRecords()
    expect(await published()).toEqual(before)
    await town.given(async (tx) => {
      const now = await tx.category.findUniqueOrThrow({ where: { key } })
      await tx.categoryVersion.create({
        data: { categoryKey: key, version: now.version + 1, content: { questions: [] }, reason: 'by hand' },
      })
      await tx.category.update({ where: { key }, data: { version: now.version + 1, questions: [] } })
    })
    expect(await draft()).toMatchObject({ isBehind: true })
    expect(await enterAs(publishQuestions, await admin(), { key, reason: 'Crew wants the day' })).toMatchObject({
      ok: false,
      problem: { type: 'out-of-date' },
    })
  })
})
