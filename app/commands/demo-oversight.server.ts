import type { z } from 'zod'
import { openCase } from '~/interactions/cases/open-case.server'
import { openContactDetails } from '~/interactions/cases/open-contact.server'
import type { DemoStep } from '~/interactions/demo/demo-acts'
import type { DemoPersonName } from '~/interactions/demo/demo-people'
import { askUnit } from '~/interactions/findings/ask-unit.server'
import { assignFinding } from '~/interactions/findings/assign-finding.server'
import { listFindings } from '~/interactions/findings/list-findings.server'
import { questionLook } from '~/interactions/findings/question-look.server'
import { readFinding } from '~/interactions/findings/read-finding.server'
import { seeWhoLooked } from '~/interactions/people/see-who-looked.server'
import { type Visit, visitOf } from '~/safeguards/door/actor.server'
import type { Interaction } from '~/safeguards/interaction.server'
import { activityOf } from '~/safeguards/lawfulness/processing-activities'
import type { Language } from '~/safeguards/vocabulary'

export type OversightStep = Extract<DemoStep, { act: 'look' | 'question-look' | 'ask-explanation' }>
type Enter = <Input extends z.ZodType, Value>(
  interaction: Interaction<Input, Value>,
  visit: Visit,
  raw: Record<string, unknown>,
) => Promise<Value>

/** The part of the story that is about oversight: a look at somebody's details, their question, and what an officer does with it. */
export async function playOversight(
  step: OversightStep,
  ref: string,
  people: Record<DemoPersonName, string>,
  entered: Enter,
): Promise<void> {
  if (step.act === 'look') {
    const visit = await visitOf(people[step.by], 'staff')
    const { page } = await entered(openCase, visit, { ref })
    const reportId = page.reports[0]?.id
    await entered(openContactDetails, visit, { ref, reportId, purposeOfUse: 'handle-report' })
    return
  }
  if (step.act === 'question-look') {
    const visit = await visitOf(people[step.who], 'web', 'es')
    const { looks } = await entered(seeWhoLooked, visit, {})
    const lineId = looks.find((look) => look.act === 'contact.open' && look.issueRef === ref)?.lineId
    await entered(questionLook, visit, { lineId, question: step.text, ...noticeOf('oversight', 'es') })
    return
  }
  const visit = await visitOf(people[step.by], 'staff')
  const { rows } = await entered(listFindings, visit, {})
  const id = rows.find(({ issueRef }) => issueRef === ref)?.id
  const { finding } = await entered(readFinding, visit, { id, purpose: 'review-access' })
  const { version } = finding
  await entered(assignFinding, visit, { id, version, officerId: people[step.by], text: step.reason })
  await entered(askUnit, visit, { id, version: version + 1, askedTo: 'person', text: step.text })
}

/** Which notice stood beside a form of the demo. */
export const noticeOf = (activity: string, noticeLanguage: Language) => ({
  noticeVersion: activityOf(activity)?.notice?.version ?? '',
  noticeLanguage,
})
