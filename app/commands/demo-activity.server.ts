import type { z } from 'zod'
import { acknowledgeCase } from '~/interactions/cases/acknowledge-case.server'
import { askReporter } from '~/interactions/cases/ask-reporter.server'
import { openCase } from '~/interactions/cases/open-case.server'
import { planWork } from '~/interactions/cases/plan-work.server'
import { publishUpdate } from '~/interactions/cases/publish-update.server'
import { writeNote } from '~/interactions/cases/write-note.server'
import { closeCase } from '~/interactions/decisions/close-case.server'
import type { DemoIssue, DemoStep } from '~/interactions/demo/demo-acts'
import type { DemoPersonName } from '~/interactions/demo/demo-people'
import { demoPicture } from '~/interactions/demo/demo-pictures.server'
import { demoTime } from '~/interactions/demo/demo-times'
import { askToFollow } from '~/interactions/follows/ask-to-follow.server'
import { searchPlace } from '~/interactions/places/search-place.server'
import { meToo } from '~/interactions/reports/me-too.server'
import { reportIssue } from '~/interactions/reports/report-issue.server'
import { holdClock } from '~/platform/clock.server'
import { theSystem, type Visit, visitOf } from '~/safeguards/door/actor.server'
import { type Entered, enterAs } from '~/safeguards/door.server'
import type { Interaction } from '~/safeguards/interaction.server'
import { addDays, localDateOf } from '~/safeguards/lawfulness/working-days'
import type { Language } from '~/safeguards/vocabulary'
import { noticeOf, type OversightStep, playOversight } from './demo-oversight.server'

type People = Record<DemoPersonName, string>
type Told = { issue: DemoIssue; ref: string | null; last: Date }
type Moment = { at: Date; tell: () => Promise<void> }

const hourMs = 3_600_000

/**
 * Plays the story of the demo in the order of time, each act through the door at its own hour. The clock is held for each
 * act, so that records, terms and lists say what they would have said then. Stops at an act that the door will not have.
 */
export async function playDemo(
  story: readonly DemoIssue[],
  people: People,
  { now, timezone, onAct }: { now: Date; timezone: string; onAct: (done: number, all: number) => void },
): Promise<{ acts: number; stoppedBy: string | null }> {
  const moments = story.flatMap((issue) => momentsOf(issue, people, now, timezone))
  moments.sort((one, other) => one.at.getTime() - other.at.getTime())
  let acts = 0
  try {
    for (const { at, tell } of moments) {
      holdClock(at)
      await tell()
      onAct(++acts, moments.length)
    }
    return { acts, stoppedBy: null }
  } catch (error) {
    if (!(error instanceof RefusedInDemo)) throw error
    return { acts, stoppedBy: error.message }
  } finally {
    holdClock(undefined)
  }
}

function momentsOf(issue: DemoIssue, people: People, now: Date, timezone: string): Moment[] {
  const reportedAt = new Date(now.getTime() - issue.ago * hourMs)
  const told: Told = { issue, ref: null, last: reportedAt }
  const begin = async () => {
    told.ref = await report(issue, people)
  }
  const moments: Moment[] = [{ at: reportedAt, tell: begin }]
  for (const step of issue.steps ?? []) {
    const wanted = new Date(reportedAt.getTime() + step.after * hourMs)
    const at = demoTime(wanted, 'by' in step ? 'staff' : 'resident', told.last, now, timezone)
    // What would come after the present has not happened yet, and nothing that builds on it either.
    if (!at) break
    told.last = at
    moments.push({ at, tell: () => take(step, told, people, at, timezone) })
  }
  return moments
}

async function report(issue: DemoIssue, people: People): Promise<string> {
  const [place] = await entered(searchPlace, theSystem, { q: issue.at, limit: 1 })
  if (!place) throw new Error(`The demo looks for a place that the gazetteer does not have: ${issue.at}`)
  const picture = issue.picture && (await demoPicture(issue.picture))
  const { ref } = await entered(reportIssue, await visitor(issue, people), {
    lat: place.lat,
    lng: place.lng,
    category: issue.category,
    description: issue.text,
    answers: issue.answers ?? {},
    ...sender(issue),
    ...(picture && { files: [{ field: 'files', name: 'photo.jpg', type: 'image/jpeg', bytes: picture }] }),
  })
  return ref
}

async function take(step: DemoStep, { issue, ref }: Told, people: People, at: Date, timezone: string): Promise<void> {
  if (ref === null) throw new Error('An act of the demo came before its report.')
  if (step.act === 'me-too') {
    await entered(meToo, await visitor(step, people), { ref, description: step.text ?? '', ...sender(step) })
    return
  }
  if (step.act === 'follow') {
    const notice = noticeOf('keep-people-informed', 'es')
    await entered(askToFollow, await visitOf(people[step.who], 'web', 'es'), { ref, ...notice })
    return
  }
  if (step.act === 'look' || step.act === 'question-look' || step.act === 'ask-explanation')
    return playOversight(step, ref, people, entered)
  const visit = await visitOf(people[step.by], 'staff')
  const opened = await enterAs(openCase, visit, { ref })
  if (!opened.ok && step.isRefused) return
  if (!opened.ok) throw new RefusedInDemo(openCase.name, opened.problem)
  const said = { ref, version: opened.value.page.case.version, language: issue.language }
  const outcome = await answer(
    step,
    visit,
    said,
    addDays(localDateOf(at, timezone), 'inDays' in step ? step.inDays : 0),
  )
  if (outcome.ok === (step.isRefused ?? false)) throw new RefusedInDemo(step.act, outcome.ok ? null : outcome.problem)
}

type Said = { ref: string; version: string; language: Language }
type Answering = Exclude<Extract<DemoStep, { by: DemoPersonName }>, OversightStep>

function answer(step: Answering, visit: Visit, said: Said, plannedFor: string): Promise<Entered<unknown>> {
  switch (step.act) {
    case 'acknowledge':
      return enterAs(acknowledgeCase, visit, {
        ...said,
        text: step.text ?? '',
        ...(step.takes && { takesCase: 'yes' }),
      })
    case 'update':
      return enterAs(publishUpdate, visit, { ...said, text: step.text })
    case 'question':
      return enterAs(askReporter, visit, { ...said, text: step.text })
    case 'note':
      return enterAs(writeNote, visit, { ref: said.ref, text: step.text })
    case 'plan':
      return enterAs(planWork, visit, { ...said, text: step.text, plannedFor })
    case 'close': {
      const { outcome, facts, ground, reasons } = step
      return enterAs(closeCase, visit, { ...said, outcome, facts, ground, reasons })
    }
  }
}

/** The door said no to an act of the demo, or yes to one that it should refuse. */
class RefusedInDemo extends Error {
  constructor(act: string, problem: unknown) {
    super(`${act} of the demo ended otherwise than told: ${JSON.stringify(problem)}`)
  }
}

type Sender = { language: Language; who?: DemoPersonName; name?: string }

const visitor = async ({ language, who }: Sender, people: People): Promise<Visit> =>
  who
    ? visitOf(people[who], 'web', language)
    : { ...theSystem, actor: { ...theSystem.actor, role: 'resident' }, language, channel: 'web' }

const sender = ({ language, who, name }: Sender) => ({
  ...noticeOf('maintain-public-space', language),
  ...(name && { name, email: `${name.toLowerCase().replaceAll(' ', '.')}@resident.example` }),
  ...(who === 'resident' && { wantsNews: 'yes' }),
})

async function entered<Input extends z.ZodType, Value>(
  interaction: Interaction<Input, Value>,
  visit: Visit,
  raw: Record<string, unknown>,
): Promise<Value> {
  const outcome = await enterAs(interaction, visit, raw)
  if (outcome.ok) return outcome.value
  throw new RefusedInDemo(interaction.name, outcome.problem)
}
