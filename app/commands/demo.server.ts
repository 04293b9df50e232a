import { demoMandates } from '~/interactions/demo/demo-people'
import { demoSignIns } from '~/interactions/demo/demo-sign-ins.server'
import { demoStory } from '~/interactions/demo/demo-story'
import { makePeople } from '~/interactions/demo/make-people.server'
import { seeDemo } from '~/interactions/demo/see-demo.server'
import { grantMandate } from '~/interactions/mandates/grant-mandate.server'
import { holdClock, timeHere } from '~/platform/clock.server'
import { theSystem, visitOf } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { addDays, localDateOf } from '~/safeguards/lawfulness/working-days'
import { demoCity, loadCityIfEmpty } from './city.server'
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
  const found = answerOf(await enterAs(seeDemo, theSystem, {}))
  if (!found.hasPeople) {
    const bar = progressBar(process.stdout)
    const onAct = (done: number, all: number) => bar.show('Living a few days', done, all)
    await peopleTheTown(openedAt, { now, say, onAct }).finally(bar.end)
  }
  return demoSignIns(timeHere())
}

/** Invents people for a town, gives them their mandates and lets them live a few days. */
export async function peopleTheTown(
  openedAt: Date,
  { now, say, onAct }: { now: Date; say: Say; onAct: (done: number, all: number) => void },
): Promise<{ stoppedBy: string | null }> {
  const found = answerOf(await enterAs(seeDemo, theSystem, {}))
  const minutesIn = (n: number) => new Date(openedAt.getTime() + n * 60_000)
  const { ids } = await at(minutesIn(1), async () => answerOf(await enterAs(makePeople, theSystem, {})))
  await at(minutesIn(2), () => grantMandates(ids, found))
  // The story plays in the streets of the city that ships; in another town its people only look around.
  if (found.townKey !== demoCity) return { stoppedBy: null }
  const { timezone } = found
  const { acts, stoppedBy } = await playDemo(demoStory, ids, { now, timezone, onAct })
  say(`The demo has ${Object.keys(ids).length} invented people and ${acts} acts of theirs in the last days.`)
  // A demo with a day less in it is still a demo; a start that fails is none.
  if (stoppedBy) say(stoppedBy)
  return { stoppedBy }
}

type Found = { timezone: string; areas: string[]; groups: Record<string, string[]> }

async function grantMandates(people: Record<string, string>, { timezone, areas: known, groups }: Found) {
  const administrator = await visitOf(people.administrator ?? '', 'web')
  const from = localDateOf(timeHere(), timezone)
  for (const { person, acts, groups: wanted, areas, ground } of demoMandates) {
    const categories = wanted.flatMap((group) => groups[group] ?? [])
    // Empty means all: somebody whose district this town does not have gets no mandate instead of every one.
    if (wanted.length > 0 && categories.length === 0) continue
    if (!areas.every((area) => known.includes(area))) continue
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
