import { demoMandates } from '~/interactions/demo/demo-people'
import { demoSignIns } from '~/interactions/demo/demo-sign-ins.server'
import { demoStory } from '~/interactions/demo/demo-story'
import { listChoices } from '~/interactions/demo/list-choices.server'
import { makePeople } from '~/interactions/demo/make-people.server'
import { grantMandate } from '~/interactions/mandates/grant-mandate.server'
import { holdClock, timeHere } from '~/platform/clock.server'
import { theSystem, visitOf } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { addDays, localDateOf } from '~/safeguards/lawfulness/working-days'
import { loadCityIfEmpty } from './city.server'
import { playDemo } from './demo-activity.server'
import type { OpenTown } from './open-town.server'
import { progressBar } from './progress-bar'

type Say = (line: string) => void
type Town = Pick<OpenTown, 'env' | 'databaseUrl'>

// The demo town has been at it for this long: the city came in first, then its people, then a few days of reports.
const daysOpen = 6
const dayMs = 86_400_000

/**
 * Loads the demo into a database that has none: the city, its invented people, and a few days of activity, all through the
 * door. A start that finds them there does nothing. Returns the sign-ins to show.
 */
export async function loadDemo(town: Town, say: Say) {
  if (!town.env.demo) return []
  const now = new Date()
  const openedAt = new Date(now.getTime() - daysOpen * dayMs)
  // Records stand in the order in which things happened, so the city comes in on the day the demo town began.
  await at(openedAt, () => loadCityIfEmpty(town, say))
  const { ids, made } = await at(new Date(openedAt.getTime() + 60_000), async () =>
    answerOf(await enterAs(makePeople, theSystem, {})),
  )
  if (made > 0) {
    const { timezone, groups } = answerOf(await enterAs(listChoices, theSystem, {}))
    await at(new Date(openedAt.getTime() + 120_000), () => grantMandates(ids, timezone, groups))
    const bar = progressBar(process.stdout)
    const onAct = (done: number, all: number) => bar.show('Living a few days', done, all)
    const { acts, stoppedBy } = await playDemo(demoStory, ids, { now, timezone, onAct }).finally(bar.end)
    say(`The demo has ${Object.keys(ids).length} invented people and ${acts} acts of theirs in the last days.`)
    // A demo with a day less in it is still a demo; a start that fails is none.
    if (stoppedBy) say(stoppedBy)
  }
  return demoSignIns(timeHere())
}

async function grantMandates(people: Record<string, string>, timezone: string, groups: Record<string, string[]>) {
  const administrator = await visitOf(people.administrator ?? '', 'web')
  const from = localDateOf(timeHere(), timezone)
  for (const { person, acts, groups: chosen, areas, ground } of demoMandates) {
    const categories = chosen.flatMap((group) => groups[group] ?? [])
    const mandate = { id: people[person], acts, categories, areas, from, until: addDays(from, 365), ground }
    answerOf(await enterAs(grantMandate, administrator, mandate))
  }
}

async function at<Value>(time: Date, act: () => Promise<Value>): Promise<Value> {
  holdClock(time)
  try {
    return await act()
  } finally {
    holdClock(undefined)
  }
}

function answerOf<Value>(outcome: { ok: true; value: Value } | { ok: false; problem: { type: string } }): Value {
  if (outcome.ok) return outcome.value
  throw new Error(`The demo was refused: ${outcome.problem.type}`)
}
