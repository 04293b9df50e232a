import { expect, test } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { aCase } from './case.fixture'
import { prepareIntake } from './prepare-intake.server'
import { showDestinations } from './show-destinations.server'

const town = useTown()

async function prepare(asked: Record<string, unknown>, who: 'handler' | 'northHandler' = 'handler') {
  const outcome = await enterAs(prepareIntake, await town.visit(who), asked)
  if (!outcome.ok) throw outcome.problem
  return outcome.value
}

test('a place that somebody names on the phone is found at once, with the questions of its kind', async () => {
  const seen = await prepare({ q: 'kerkstraat 12', category: 'street-light' })
  expect(seen.place).toMatchObject({ area: 'North' })
  expect(seen.category).toMatchObject({ key: 'street-light', canBeReported: true })
  expect(seen.category?.questions.map(({ key }) => key)).toEqual(['trouble', 'pole-number'])
  expect(seen.notice.version).toBe('1')
})

test('an issue that is known there already is shown, the nearest first', async () => {
  const { ref } = await aCase(town)
  await aCase(town, { category: 'pothole' })
  const seen = await prepare({ ...town.spots.north, quadkey: '', category: 'street-light' })
  expect(seen.around.filter(({ isSameKind }) => isSameKind)).toMatchObject([{ ref, distanceM: 0 }])
})

test('a place outside the town, and one that nobody knows, are said so', async () => {
  expect(await prepare({ lat: 52.5, lng: 4.9 })).toMatchObject({ place: null, isOutside: true })
  expect(await prepare({ q: 'Nowhere Boulevard' })).toMatchObject({ place: null, isOutside: false, found: [] })
})

test('an emergency says whom to call and cannot be reported', async () => {
  const seen = await prepare({ q: 'kerkstraat', category: 'gas-smell' })
  expect(seen.category).toMatchObject({ canBeReported: false, emergency: 'Call the gas emergency line: 0800-9009.' })
})

test('a civil servant hears before writing that their mandate does not cover it', async () => {
  expect(await prepare({ q: 'kerkstraat', category: 'street-light' }, 'northHandler')).toMatchObject({
    mayReport: true,
  })
  expect(await prepare({ q: 'kerkstraat', category: 'pothole' }, 'northHandler')).toMatchObject({ mayReport: false })
  const south = { ...town.spots.south, quadkey: '', category: 'street-light' }
  expect(await prepare(south, 'northHandler')).toMatchObject({ mayReport: false })
})

test.each(['resident', 'anybody', 'oversight', 'administrator', 'system'] as const)(
  'the %s takes in no reports and moves no case',
  async (who) => {
    const visit = await town.visit(who)
    expect((await enterAs(prepareIntake, visit, {})).ok).toBe(false)
    expect((await enterAs(showDestinations, visit, {})).ok).toBe(false)
  },
)
