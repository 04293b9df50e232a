import { expect, test } from 'vitest'
import { loader } from '~/routes/places[.]json'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { listCrossings } from './list-crossings.server'
import { listStreets } from './list-streets.server'
import { searchPlace } from './search-place.server'
import { showPlace } from './show-place.server'

const town = useTown()
const search = async (q: string) => {
  const outcome = await enterAs(searchPlace, await town.visit('anybody'), { q })
  if (!outcome.ok) throw outcome.problem
  return outcome.value.map(({ name }) => name)
}

test('a resident finds a street without its accents and with a slip of the pen', async () => {
  expect((await search('cafe noirlaan'))[0]).toBe('Café Noirlaan')
  expect((await search('Cafe Noirlan'))[0]).toBe('Café Noirlaan')
  expect((await search('kerkstrat'))[0]).toBe('Kerkstraat')
  expect((await search('kerk'))[0]).toBe('Kerkstraat')
})

test('a resident finds a house by its number, and only the street where the number is not known', async () => {
  expect((await search('Kerkstraat 12'))[0]).toBe('Kerkstraat 12')
  expect(await search('Kerkstraat 999')).toContain('Kerkstraat')
  expect(await search('Kerkstraat 999')).not.toContain('Kerkstraat 12')
})

test('a resident finds a crossing whichever street they name first', async () => {
  expect((await search('damweg & kerkstraat'))[0]).toBe('Kerkstraat / Damweg')
  expect((await search('kerkstraat hoek damweg'))[0]).toBe('Kerkstraat / Damweg')
})

test('hostile words find nothing and break nothing', async () => {
  for (const q of ['', '%', "'; DROP TABLE issue; --", '\\', '_'.repeat(200), '\u0000kerk', '((((', 'a'.repeat(200)])
    expect(Array.isArray(await search(q))).toBe(true)
  expect(await search('%')).toEqual([])
})

test('somebody without a map chooses the letter, then the street, then the crossing', async () => {
  const visit = await town.visit('anybody')
  const letters = await enterAs(listStreets, visit, {})
  expect(letters).toMatchObject({ ok: true, value: { letter: null, streets: [] } })
  expect(letters.ok && letters.value.letters.map(({ letter }) => letter)).toEqual(['C', 'D', 'K'])
  const streets = await enterAs(listStreets, visit, { letter: 'k' })
  expect(streets.ok && streets.value.streets).toMatchObject([{ name: 'Kerkstraat', areaName: 'North' }])
  const crossings = await enterAs(listCrossings, visit, { street: 'Damweg' })
  expect(crossings.ok && crossings.value.crossings.map(({ crossStreet }) => crossStreet)).toEqual([
    'Café Noirlaan',
    'Kerkstraat',
  ])
})

test('a pin says where it is, and outside the town that it is outside', async () => {
  const visit = await town.visit('anybody')
  const inside = await enterAs(showPlace, visit, { lat: 52.3755, lng: 4.901 })
  expect(inside).toMatchObject({
    ok: true,
    value: { isInTown: true, words: 'Kerkstraat at Damweg', area: { key: 'north' } },
  })
  const outside = await enterAs(showPlace, visit, { ...town.spots.outside })
  expect(outside).toMatchObject({ ok: true, value: { isInTown: false, words: '', area: null } })
  const absurd = await enterAs(showPlace, visit, { lat: 'north', lng: 4 })
  expect(absurd.ok).toBe(false)
})

test('everybody may look for a place, whatever their role, and no look leaves a row', async () => {
  const before = await town.db.entry.count()
  for (const who of ['anybody', 'resident', 'handler', 'oversight', 'administrator'] as const) {
    for (const [interaction, raw] of [
      [searchPlace, { q: 'kerk' }],
      [listStreets, {}],
      [listCrossings, { street: 'Damweg' }],
      [showPlace, { lat: 52.3755, lng: 4.901 }],
    ] as const) {
      // biome-ignore lint/suspicious/noExplicitAny: four interactions with inputs of their own
      expect((await enterAs(interaction as any, await town.visit(who), raw)).ok).toBe(true)
    }
  }
  expect(await town.db.entry.count()).toBe(before)
})

test('suggestions come as JSON, and a question that cannot be read as a problem', async () => {
  const answer = await loader({
    request: await town.request('anybody', '/places.json?q=kerk'),
    params: {},
    context: {} as never,
  })
  // What somebody types is nobody else's, also not a cache's on the way.
  expect(answer.headers.get('cache-control')).toBe('private, max-age=60')
  expect(await answer.json()).toMatchObject({ places: [{ name: 'Kerkstraat', kind: 'street', areaName: 'North' }, {}] })
  const wrong = await loader({
    request: await town.request('anybody', '/places.json?limit=many'),
    params: {},
    context: {} as never,
  })
  expect(wrong.status).toBe(422)
  expect(wrong.headers.get('content-type')).toContain('application/problem+json')
})
