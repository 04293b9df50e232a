import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import {
  aLook,
  anAskedFinding,
  aQuestion,
  because,
  findingRow,
  lookedOf,
  notice,
  secondOfficer,
  words,
} from '~tests/findings-of-testdam'
import { useTown } from '~tests/town'
import { answerFinding } from './answer-finding.server'
import { askUnit } from './ask-unit.server'
import { assignFinding } from './assign-finding.server'
import { closeFinding } from './close-finding.server'
import { explainFinding } from './explain-finding.server'
import { listAsked, openAsked } from './list-asked.server'
import { listFindings } from './list-findings.server'
import { listPublished } from './list-published.server'
import { openFinding } from './open-finding.server'
import { publishFinding } from './publish-finding.server'
import { questionLook, questionLookByReceipt } from './question-look.server'
import { readFinding } from './read-finding.server'

const town = useTown()
town.neverInRecords(words, because, 'Otto Second')
const officerId = town.people.oversight.id
const count = async (sql: string, values: unknown[] = []) => (await town.sql(sql, values)).length
const lastRefused = async () => {
  const [row] = await town.sql<{ kind: string; problem: string }>(
    'SELECT kind, problem FROM entry WHERE is_refused ORDER BY entry_id DESC LIMIT 1',
  )
  return row
}
/** An officer has the finding in hand; its version is then 2. */
async function inHand() {
  const finding = await aQuestion(town)
  const taken = { id: finding.id, version: 1, officerId, text: because }
  expect(await enterAs(assignFinding, await town.visit('oversight'), taken)).toMatchObject({ ok: true })
  return finding
}

describe('a resident questions a look', () => {
  it('and it is a finding with a deadline, which they see beside the look', async () => {
    holdClock(new Date('2026-03-23T10:00:00Z'))
    const { id, lineId } = await aQuestion(town)
    const row = await findingRow(town, id)
    expect(row).toMatchObject({
      kind: 'question',
      state: 'open',
      concerned_id: town.people.handler.id,
      officer_id: null,
    })
    // Ten working days after 23 March 2026: Good Friday and Easter Monday are none (3 and 6 April).
    expect(row.due_at).toEqual(new Date('2026-04-08T22:00:00Z'))
    const page = await lookedOf(town)
    expect(page.questions.find((one) => one.lineId === lineId)).toMatchObject({
      state: 'open',
      words,
      isOverdue: false,
      answers: [],
      verdict: null,
    })
  })

  it('with words that stand sealed in the database, and in no record', async () => {
    const { id } = await aQuestion(town)
    const row = await findingRow(town, id)
    expect(Buffer.from(row.sealed_question as Buffer).toString('latin1')).not.toContain('opened my details')
    expect(await count(`SELECT 1 FROM finding_act WHERE finding_id = $1 AND text <> ''`, [id])).toBe(0)
  })

  it('once, however often the form is sent', async () => {
    const { lineId } = await aLook(town)
    const form = { lineId, question: words, once: randomUUID(), ...notice }
    const visit = await town.visit('resident')
    const sent = await Promise.all(Array.from({ length: 8 }, () => enterAs(questionLook, visit, { ...form })))
    const another = await enterAs(questionLook, visit, { ...form, once: randomUUID(), question: 'Why, again?' })
    const ids = [...sent, another].map((one) => (one.ok ? one.value.findingId : one.problem.type))
    expect(new Set(ids).size).toBe(1)
    expect(await count('SELECT 1 FROM finding WHERE about_ref = $1', [lineId])).toBe(1)
    expect(await count(`SELECT 1 FROM mail WHERE once_key LIKE 'look-question-opened:' || $1 || '%'`, [ids[0]])).toBe(1)
  })

  it('of their own only: to a neighbour and to a stranger the same look is not there', async () => {
    const { lineId } = await aLook(town)
    const form = { lineId, question: words, ...notice }
    expect(await enterAs(questionLook, await town.visit('neighbour'), form)).toMatchObject({ problem: { status: 404 } })
    expect(await enterAs(questionLook, await town.visit('anybody'), form)).toMatchObject({ problem: { status: 401 } })
    expect(await enterAs(questionLook, await town.visit('handler'), form)).toMatchObject({ problem: { status: 403 } })
    expect(await count('SELECT 1 FROM finding WHERE about_ref = $1', [lineId])).toBe(0)
  })

  it('not without having been told what happens with their words', async () => {
    const { lineId } = await aLook(town)
    const outcome = await enterAs(questionLook, await town.visit('resident'), { lineId, question: words })
    expect(outcome).toMatchObject({ ok: false, problem: { detail: 'check.L05.not-shown' } })
  })

  it('without an account by the link of their receipt, and by no other', async () => {
    const { lineId, receipt, reportId } = await aLook(town)
    const other = await aLook(town, 'neighbour')
    const form = { lineId, question: words, ...notice }
    const anybody = await town.visit('anybody')
    for (const id of [other.receipt, 'x'.repeat(43)])
      expect(await enterAs(questionLookByReceipt, anybody, { ...form, id })).toMatchObject({ problem: { status: 404 } })
    const asked = await enterAs(questionLookByReceipt, anybody, { ...form, id: receipt })
    if (!asked.ok) throw asked.problem
    expect(await findingRow(town, asked.value.findingId)).toMatchObject({
      via_report_id: reportId,
      asked_by: town.people.resident.id,
    })
  })

  it('and nothing is asked when it cannot be recorded', async () => {
    const { lineId } = await aLook(town)
    await town.breakRecords('entry')
    const form = { lineId, question: words, ...notice }
    await expect(enterAs(questionLook, await town.visit('resident'), form)).rejects.toThrow()
    await town.mendRecords()
    expect(await count('SELECT 1 FROM finding WHERE about_ref = $1', [lineId])).toBe(0)
  })
})

describe('who may', () => {
  const acts: readonly AnyInteraction[] = [
    listFindings,
    readFinding,
    assignFinding,
    askUnit,
    answerFinding,
    publishFinding,
    closeFinding,
  ]
  it.each(['resident', 'handler', 'newcomer', 'administrator'] as const)(
    '%s does nothing of oversight',
    async (who) => {
      const { id } = await aQuestion(town)
      for (const act of acts) {
        const form = { id, version: 1, officerId, text: because, verdict: 'justified', language: 'en', askedTo: 'unit' }
        expect(await enterAs(act, await town.visit(who), form)).toMatchObject({ ok: false, problem: { status: 403 } })
        expect(await lastRefused()).toEqual({ kind: act.name, problem: 'not-your-role' })
      }
      expect(await findingRow(town, id)).toMatchObject({ state: 'open', version: 1 })
    },
  )

  it('an officer acts on a finding that is in their hands, and on no other', async () => {
    const { id } = await aQuestion(town)
    const officer = await town.visit('oversight')
    const form = { id, version: 1, text: because, verdict: 'justified', askedTo: 'person', language: 'en' }
    for (const act of [askUnit, answerFinding, publishFinding, closeFinding] as AnyInteraction[])
      expect(await enterAs(act, officer, form)).toMatchObject({
        ok: false,
        problem: { fields: { form: 'finding.field.take-first' } },
      })
  })

  it('nobody gives it to somebody who is no officer, or without a reason', async () => {
    const { id } = await aQuestion(town)
    const officer = await town.visit('oversight')
    const give = (more: object) =>
      enterAs(assignFinding, officer, { id, version: 1, officerId, text: because, ...more })
    expect(await give({ officerId: town.people.handler.id })).toMatchObject({
      problem: { fields: { officerId: 'finding.field.not-able' } },
    })
    expect(await give({ text: 'because' })).toMatchObject({ problem: { fields: { text: 'finding.field.more-words' } } })
    expect(await give({ version: 7 })).toMatchObject({ problem: { status: 409 } })
  })

  it('the officer it is about neither takes it nor judges it, and the refusal is on record', async () => {
    const second = await secondOfficer(town)
    const finding = await town.given((tx) =>
      openFinding(tx, {
        kind: 'anomaly',
        about: { type: 'check', ref: randomUUID() },
        openedAt: new Date(),
        concernedId: second.id,
        statistic: { looks: 42, expected: 20 },
      }),
    )
    const form = { id: finding.id, version: 1, text: because, verdict: 'justified', language: 'en' }
    for (const act of [answerFinding, publishFinding, closeFinding] as AnyInteraction[]) {
      expect(await enterAs(act, await second.visit(), form)).toMatchObject({
        ok: false,
        problem: { status: 403, detail: 'check.I01.about-oneself' },
      })
      expect(await lastRefused()).toEqual({ kind: act.name, problem: 'refused-by-safeguard' })
    }
    const take = { ...form, officerId: second.id }
    expect(await enterAs(assignFinding, await second.visit(), take)).toMatchObject({
      problem: { fields: { officerId: 'finding.field.not-able' } },
    })
    // Whatever the application says, the database does not let them either.
    await expect(
      town.given(
        (tx) => tx.$executeRaw`UPDATE finding SET officer_id = ${second.id}::uuid WHERE id = ${finding.id}::uuid`,
      ),
    ).rejects.toThrow(/finding/)
  })
})

describe('the unit concerned', () => {
  it('is asked at the desk and by letter, and explains; others do not see it', async () => {
    const { id, version } = await anAskedFinding(town)
    const asked = await enterAs(listAsked, await town.visit('handler'), {})
    expect(asked.ok && asked.value.asked.find((one) => one.id === id)).toMatchObject({
      text: 'Why did you open these details?',
      what: expect.stringContaining('contact details'),
      state: 'asked',
      explained: null,
    })
    expect(JSON.stringify(asked)).not.toContain(words)
    const letter = `SELECT 1 FROM mail WHERE person_id = $1 AND template = 'explanation-asked' AND once_key LIKE '%' || $2 || '%'`
    expect(await count(letter, [town.people.handler.id, id])).toBe(1)

    const form = { id, version, text: 'I called about the hole before the house.' }
    for (const who of ['northHandler', 'newcomer', 'administrator'] as const) {
      const theirs = await enterAs(listAsked, await town.visit(who), {})
      expect(theirs.ok && theirs.value.asked).toEqual([])
      expect(await enterAs(openAsked, await town.visit(who), { id })).toMatchObject({ problem: { status: 404 } })
      expect(await enterAs(explainFinding, await town.visit(who), form)).toMatchObject({ problem: { status: 404 } })
    }
    expect(await enterAs(explainFinding, await town.visit('resident'), form)).toMatchObject({
      problem: { status: 403 },
    })
    expect(await enterAs(explainFinding, await town.visit('handler'), form)).toMatchObject({ ok: true })
    expect(await findingRow(town, id)).toMatchObject({ state: 'explained', version: 4 })
    // Once explained, nothing is asked any more.
    expect(await enterAs(explainFinding, await town.visit('handler'), { ...form, version: 4 })).toMatchObject({
      problem: { status: 409 },
    })
  })

  it('answers by whoever may decide in it when the unit is asked', async () => {
    const { id } = await inHand()
    const ask = { id, version: 2, askedTo: 'unit', text: 'How does your unit open details?' }
    expect(await enterAs(askUnit, await town.visit('oversight'), ask)).toMatchObject({ ok: true })
    // Of the same department, but without a mandate to decide.
    expect(await enterAs(openAsked, await town.visit('newcomer'), { id })).toMatchObject({ problem: { status: 404 } })
    const form = { id, version: 3, text: 'Our unit calls when the place is unclear.' }
    expect(await enterAs(explainFinding, await town.visit('newcomer'), form)).toMatchObject({
      problem: { status: 404 },
    })
    expect(await enterAs(explainFinding, await town.visit('handler'), form)).toMatchObject({ ok: true })
  })

  it('is not asked where nobody of the staff did it', async () => {
    const finding = await town.given((tx) =>
      openFinding(tx, { kind: 'log-completeness', about: { type: 'check', ref: randomUUID() }, openedAt: new Date() }),
    )
    const officer = await town.visit('oversight')
    await enterAs(assignFinding, officer, { id: finding.id, version: 1, officerId, text: because })
    const ask = { id: finding.id, version: 2, askedTo: 'person', text: 'Who did this and why?' }
    expect(await enterAs(askUnit, officer, ask)).toMatchObject({
      problem: { fields: { askedTo: 'finding.field.nobody' } },
    })
  })
})

describe('the deadline', () => {
  const views = async () => {
    const all = await Promise.all(
      (['open', 'overdue', 'answered', 'closed'] as const).map(async (view) => {
        const outcome = await enterAs(listFindings, await town.visit('oversight'), { view })
        return [view, outcome.ok ? outcome.value : null] as const
      }),
    )
    return Object.fromEntries(all)
  }
  const has = (view: { rows: { id: string }[] } | null | undefined, id: string) =>
    view?.rows.some((row) => row.id === id) ?? false

  it('that passed is said: in the queue of oversight and to the resident; an answer ends it', async () => {
    const { id, lineId } = await inHand()
    const { due_at: dueAt } = await findingRow(town, id)
    holdClock(new Date(dueAt.getTime() - 1))
    expect(has((await views()).overdue, id)).toBe(false)
    holdClock(new Date(dueAt.getTime()))
    const late = await views()
    expect(has(late.overdue, id) && has(late.open, id)).toBe(true)
    expect(late.overdue?.rows.find((row) => row.id === id)?.isOverdue).toBe(true)
    expect((await lookedOf(town)).questions.find((one) => one.lineId === lineId)).toMatchObject({ isOverdue: true })
    const answer = { id, version: 2, text: 'The civil servant called you about your report.' }
    expect(await enterAs(answerFinding, await town.visit('oversight'), answer)).toMatchObject({ ok: true })
    const after = await views()
    expect([has(after.open, id), has(after.overdue, id), has(after.answered, id)]).toEqual([false, false, true])
  })

  it('is the town’s own number of working days where it set one', async () => {
    await town.given(async (tx) => {
      await tx.$executeRaw`UPDATE town SET settings = jsonb_set(settings, '{findingDays}', '{"question": 3}')`
    })
    holdClock(new Date('2026-03-23T10:00:00Z'))
    const { id } = await aQuestion(town)
    expect((await findingRow(town, id)).due_at).toEqual(new Date('2026-03-26T23:00:00Z'))
    await town.given(async (tx) => {
      await tx.$executeRaw`UPDATE town SET settings = settings - 'findingDays'`
    })
  })
})

describe('an answer and a verdict', () => {
  it('reach the resident with reasons, beside the look and by letter', async () => {
    const { id, lineId } = await inHand()
    const officer = await town.visit('oversight')
    const answer = 'The civil servant called you about the hole, and that is what your details are for.'
    expect(await enterAs(answerFinding, officer, { id, version: 2, text: answer })).toMatchObject({ ok: true })
    const verdict = 'It was needed to answer your report.'
    const close = { id, version: 3, verdict: 'justified', text: verdict }
    expect(await enterAs(closeFinding, officer, close)).toMatchObject({ ok: true })
    expect((await lookedOf(town)).questions.find((one) => one.lineId === lineId)).toMatchObject({
      state: 'closed',
      verdict: 'justified',
      answers: [
        { kind: 'answered', text: answer },
        { kind: 'closed', text: verdict },
      ],
    })
    const letters = await town.sql<{ template: string }>(
      `SELECT template FROM mail WHERE once_key LIKE '%' || $1 || '%' ORDER BY made_at, template`,
      [id],
    )
    expect(letters.map(({ template }) => template).sort()).toEqual([
      'look-question-answered',
      'look-question-closed',
      'look-question-opened',
    ])
    const answered = { id, version: 4, text: 'One more thing to say here.' }
    expect(await enterAs(answerFinding, officer, answered)).toMatchObject({ problem: { status: 409 } })
  })

  it('needs one of three verdicts and reasons', async () => {
    const { id } = await inHand()
    const close = async (more: object) =>
      enterAs(closeFinding, await town.visit('oversight'), {
        id,
        version: 2,
        verdict: 'unclear',
        text: because,
        ...more,
      })
    expect(await close({ verdict: 'fine' })).toMatchObject({ problem: { fields: { verdict: 'field.choose' } } })
    expect(await close({ text: '' })).toMatchObject({ problem: { fields: { text: 'field.required' } } })
    expect(await findingRow(town, id)).toMatchObject({ state: 'open', verdict: null })
    expect(await close({})).toMatchObject({ ok: true })
  })

  it('is published in words that name nobody, closed or not', async () => {
    const { id } = await inHand()
    const officer = await town.visit('oversight')
    const publish = (version: number, text: string) =>
      enterAs(publishFinding, officer, { id, version, text, language: 'en' })
    expect(await publish(2, 'Call the reporter at +31 20 555 0101 about it.')).toMatchObject({
      problem: { fields: { text: 'desk.field.sensitive' } },
    })
    await enterAs(closeFinding, officer, { id, version: 2, verdict: 'unjustified', text: because })
    expect(await publish(3, 'A look at contact details had no reason. The unit changed how it works.')).toMatchObject({
      ok: true,
    })
    const read = await enterAs(listPublished, await town.visit('anybody'), {})
    expect(read.ok && read.value.findings[0]).toMatchObject({
      verdict: 'unjustified',
      text: 'A look at contact details had no reason. The unit changed how it works.',
    })
  })

  it('opening a finding is on record, where the resident can read it', async () => {
    const { id } = await aQuestion(town)
    const read = await enterAs(readFinding, await town.visit('oversight'), { id, purpose: 'review-access' })
    expect(read).toMatchObject({ ok: true, value: { words, finding: { state: 'open' } } })
    expect((await lookedOf(town)).looks[0]).toMatchObject({
      act: 'finding.read',
      role: 'oversight',
      use: 'review-access',
      data: ['question'],
    })
  })
})

describe('nobody makes a finding go away', () => {
  it('not with raw SQL as the owner of the tables, and not as the application', async () => {
    const { id } = await aQuestion(town)
    for (const sql of [
      'DELETE FROM finding',
      'TRUNCATE finding CASCADE',
      'DELETE FROM finding_act',
      "UPDATE finding_act SET text = 'x'",
    ])
      await expect(town.sql(sql), sql).rejects.toThrow(/accepts no/)
    for (const sql of ['DELETE FROM finding', 'DELETE FROM finding_act', 'DELETE FROM look_exception'])
      await expect(
        town.given((tx) => tx.$executeRawUnsafe(sql)),
        sql,
      ).rejects.toThrow(/permission denied/)
    expect(await findingRow(town, id)).toMatchObject({ state: 'open' })
  })

  it('not by closing it as somebody else, changing what it is about, or opening a closed one', async () => {
    const { id } = await inHand()
    const raw = (set: string) =>
      town.given((tx) => tx.$executeRawUnsafe(`UPDATE finding SET ${set} WHERE id = '${id}'`))
    const closing = (by: string) => `state = 'closed', verdict = 'justified', closed_at = now(), closed_by = '${by}'`
    await expect(raw(closing(town.people.administrator.id))).rejects.toThrow(/only an oversight officer/)
    await expect(raw(closing(town.people.handler.id))).rejects.toThrow()
    await expect(raw(`about_ref = '1'`)).rejects.toThrow(/does not change/)
    await expect(raw('concerned_id = NULL')).rejects.toThrow(/does not change/)
    const close = { id, version: 2, verdict: 'unclear', text: because }
    expect(await enterAs(closeFinding, await town.visit('oversight'), close)).toMatchObject({ ok: true })
    await expect(raw(`state = 'open', verdict = NULL, closed_at = NULL, closed_by = NULL`)).rejects.toThrow(
      /stays closed/,
    )
  })

  it('and none changes without an entry in the record', async () => {
    await aQuestion(town)
    await expect(town.sql('UPDATE finding SET version = version + 1')).rejects.toThrow(/without an entry/)
  })
})

describe('a check opens a finding', () => {
  it('once while it is open, and again after it was closed', async () => {
    const about = { type: 'case' as const, ref: 'TDM-AAAA-AAA' }
    const open = () => town.given((tx) => openFinding(tx, { kind: 'deadline', about, openedAt: new Date() }))
    const first = await open()
    expect(await open()).toMatchObject({ id: first.id, isNew: false })
    const officer = await town.visit('oversight')
    await enterAs(assignFinding, officer, { id: first.id, version: 1, officerId, text: because })
    await enterAs(closeFinding, officer, { id: first.id, version: 2, verdict: 'unclear', text: because })
    expect(await open()).toMatchObject({ isNew: true })
  })

  it('only about what its kind can be about, and only where nobody asks', async () => {
    const open = (given: object) =>
      town.given((tx) => openFinding(tx, { openedAt: new Date(), ...given } as Parameters<typeof openFinding>[1]))
    await expect(open({ kind: 'deadline', about: { type: 'line', ref: '1' } })).rejects.toThrow()
    await expect(open({ kind: 'question', about: { type: 'line', ref: '1' } })).rejects.toThrow()
  })
})
