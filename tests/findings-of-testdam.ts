import { randomUUID } from 'node:crypto'
import { aCase, type Testdam, type Who } from '~/interactions/cases/case.fixture'
import { openContactDetails } from '~/interactions/cases/open-contact.server'
import { askUnit } from '~/interactions/findings/ask-unit.server'
import { assignFinding } from '~/interactions/findings/assign-finding.server'
import { questionLook } from '~/interactions/findings/question-look.server'
import { makeStaff } from '~/interactions/people/person.server'
import { seeWhoLooked } from '~/interactions/people/see-who-looked.server'
import { followTokenHashOf, followTokenOf } from '~/interactions/reports/follow-link.server'
import type { Tx } from '~/platform/db.server'
import { visitOf } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'

export const notice = { noticeVersion: '1', noticeLanguage: 'en' }
export const words = 'I do not know why somebody opened my details. Nobody called me.'
export const because = 'It is in order to look into this.'

/** The handler opens the contact details of the resident: one line of the processing log that can be questioned. */
export async function aLook(town: Testdam, reporter: Who = 'resident') {
  const { id: issueId, ref } = await aCase(town, {
    category: 'pothole',
    area: 'south',
    assignee: 'handler',
    reporters: [reporter],
  })
  const report = await town.db.report.findFirstOrThrow({ where: { issueId } })
  await town.given((tx) =>
    tx.report.update({ where: { id: report.id }, data: { followTokenHash: followTokenHashOf(report.id) } }),
  )
  const opened = await enterAs(openContactDetails, await town.visit('handler'), {
    ref,
    reportId: report.id,
    purposeOfUse: 'handle-report',
  })
  if (!opened.ok) throw opened.problem
  const [line] = await town.sql<{ lineId: string; entryId: string }>(
    `SELECT l.line_id::text AS "lineId", e.id AS "entryId" FROM processing_line l JOIN entry e ON e.trace_id = l.trace_id
     WHERE l.name = 'contact.open' AND l.data_subject_id IS NOT NULL ORDER BY l.line_id DESC LIMIT 1`,
  )
  if (!line) throw new Error('The look left no line.')
  return { ...line, ref, reportId: report.id, receipt: followTokenOf(report.id) }
}

/** The resident questions a look of their own. */
export async function aQuestion(town: Testdam) {
  const look = await aLook(town)
  const form = { lineId: look.lineId, question: words, ...notice }
  const asked = await enterAs(questionLook, await town.visit('resident'), form)
  if (!asked.ok) throw asked.problem
  return { ...look, id: asked.value.findingId }
}

export const findingRow = async (town: Testdam, id: string) => {
  const [row] = await town.sql<Record<string, unknown> & { version: number; state: string; due_at: Date }>(
    'SELECT * FROM finding WHERE id = $1',
    [id],
  )
  if (!row) throw new Error('There is no such finding.')
  return row
}

/** A question that an officer has in hand, and has asked the civil servant concerned about. */
export async function anAskedFinding(town: Testdam) {
  const question = await aQuestion(town)
  const { id } = question
  const officer = await town.visit('oversight')
  const officerId = town.people.oversight.id
  await enterAs(assignFinding, officer, { id, version: 1, officerId, text: because })
  await enterAs(askUnit, officer, { id, version: 2, askedTo: 'person', text: 'Why did you open these details?' })
  return { ...question, version: 3 }
}

/** Testdam has one oversight officer; what needs two people needs a second one. */
export async function secondOfficer(town: { given: <Value>(act: (tx: Tx) => Promise<Value>) => Promise<Value> }) {
  const { personId } = await town.given((tx) =>
    makeStaff(
      tx,
      {
        email: `${randomUUID()}@testdam.example`,
        name: 'Otto Second',
        role: 'oversight',
        language: 'en',
        jobTitle: 'Second oversight officer',
        department: 'Oversight',
      },
      new Date('2026-01-05T09:00:00Z'),
    ),
  )
  return { id: personId, visit: () => visitOf(personId) }
}

/** What a resident sees on their page, or the problem, thrown. */
export async function lookedOf(town: Testdam, who: Who = 'resident', input: Record<string, unknown> = {}) {
  const outcome = await enterAs(seeWhoLooked, await town.visit(who), input)
  if (!outcome.ok) throw outcome.problem
  return outcome.value
}
