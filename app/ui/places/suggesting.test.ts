import { expect, test } from 'vitest'
import { addressOf, mostSuggestions, nextAt, placesIn, questionIn } from './suggesting'

const place = (id: number) => ({ id, name: `Kerkstraat ${id}`, areaName: null, lat: 52.37, lng: 4.9 })

test('one letter or only spaces ask nothing; what is typed is asked without stray spaces', () => {
  expect([questionIn(''), questionIn(' k '), questionIn('  ')]).toEqual([null, null, null])
  expect(questionIn('  kerk   straat ')).toBe('kerk straat')
})

test('signs that mean something in an address stay part of the question', () => {
  const { searchParams } = new URL(addressOf('a&b=c #5'), 'https://town.example')
  expect(searchParams.get('q')).toBe('a&b=c #5')
  expect(searchParams.get('limit')).toBe('8')
})

test.each([
  null,
  undefined,
  'no',
  [],
  {},
  { places: 'none' },
  { title: 'Busy', status: 429 },
  { places: [null, 3, {}] },
])('an answer that holds no places suggests none: %j', (answer) => {
  expect(placesIn(answer)).toEqual([])
})

test('a reader is never offered more places than they can look through', () => {
  const answer = { places: Array.from({ length: 20 }, (_, id) => place(id)) }
  expect(placesIn(answer)).toHaveLength(mostSuggestions)
})

test('arrow keys go through the places and by way of the box round again', () => {
  const walk = (key: 'ArrowDown' | 'ArrowUp') => {
    const seen: number[] = []
    for (let at = -1, steps = 0; steps < 4; steps += 1) {
      at = nextAt(at, key, 3)
      seen.push(at)
    }
    return seen
  }
  expect(walk('ArrowDown')).toEqual([0, 1, 2, -1])
  expect(walk('ArrowUp')).toEqual([2, 1, 0, -1])
})
