import { expect, test } from 'vitest'
import { GazetteerGrid } from './gazetteer-grid'
import { type NearbyPlace, wordsOfPlace } from './place-words'

const at = (kind: string, name: string, lat: number, lng: number, more: Partial<NearbyPlace> = {}): NearbyPlace => ({
  kind,
  name,
  street: null,
  crossStreet: null,
  lat,
  lng,
  ...more,
})
const crossing = at('crossing', 'Boylston Street & Clarendon Street', 42.3507, -71.0752, {
  street: 'Boylston Street',
  crossStreet: 'Clarendon Street',
})
const house = at('address', '75 Clarendon Street', 42.3513, -71.0755, {
  street: 'Clarendon Street',
  number: '75',
} as Partial<NearbyPlace>)
const park = at('landmark', 'Copley Square', 42.35, -71.0765)

test('a place is said by its crossing, by its street near a crossing, or by what stands there', () => {
  const nearby = [park, house, crossing]
  expect(wordsOfPlace({ lat: 42.3507, lng: -71.0753 }, nearby, 'en')).toBe('Boylston Street at Clarendon Street')
  expect(wordsOfPlace({ lat: 42.3514, lng: -71.0755 }, nearby, 'en')).toBe('Clarendon Street near Boylston Street')
  expect(wordsOfPlace({ lat: 42.35, lng: -71.0766 }, [park], 'en')).toBe('Copley Square')
  expect(wordsOfPlace({ lat: 42.3515, lng: -71.0752 }, [crossing], 'en')).toBe('Boylston Street near Clarendon Street')
  expect(wordsOfPlace({ lat: 42.3515, lng: -71.0752 }, [at('street', 'Trinity Place', 42.3512, -71.0755)], 'en')).toBe(
    'Trinity Place',
  )
  expect(wordsOfPlace({ lat: 42.36, lng: -71.08 }, nearby, 'en')).toBe('')
})

test('a house lends its street and never its number', () => {
  expect(wordsOfPlace({ lat: 42.3513, lng: -71.0755 }, [house], 'en')).toBe('Clarendon Street')
})

test('the words between the names are in the language of the town', () => {
  expect(wordsOfPlace({ lat: 42.3507, lng: -71.0753 }, [crossing], 'nl')).toBe('Boylston Street bij Clarendon Street')
  expect(wordsOfPlace({ lat: 42.3507, lng: -71.0753 }, [crossing], 'fr')).toBe('Boylston Street / Clarendon Street')
})

test('the grid finds all that lies within reach, over the edges of its squares', () => {
  const spread = Array.from({ length: 400 }, (_, n) =>
    at('address', `${n}`, 42.35 + (n % 20) * 0.0009, -71.08 + Math.floor(n / 20) * 0.0012),
  )
  const grid = new GazetteerGrid(spread)
  for (const place of spread) {
    const around = new Set(grid.around(place.lat, place.lng).map(({ name }) => name))
    const near = spread.filter(
      (other) => Math.abs(other.lat - place.lat) < 0.0017 && Math.abs(other.lng - place.lng) < 0.0023,
    )
    expect(near.every(({ name }) => around.has(name))).toBe(true)
  }
})
