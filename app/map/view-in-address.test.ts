import { expect, test } from 'vitest'
import { filtersFrom } from '~/interactions/issues/issue-filters.input'
import { squaresOf } from './answers'
import { townView } from './town-view'
import { addressAt, addressInSight, viewFrom } from './view-in-address'

test('the address remembers what the map shows, beside the filters', () => {
  const address = addressAt('https://town.example/?state=open&q=lamp%20post#map', {
    lat: 42.355001,
    lng: -71.066,
    zoom: 15,
  })
  expect(address).toBe('/?state=open&q=lamp+post&at=42.35500,-71.06600,15#map')
  expect(viewFrom(new URL(address, 'https://town.example').search)).toEqual({ lat: 42.355, lng: -71.066, zoom: 15 })
})

test('moving again does not make the address longer', () => {
  const once = addressAt('https://town.example/', { lat: 1, lng: 2, zoom: 12 })
  expect(addressAt(`https://town.example${once}`, { lat: 3, lng: 4, zoom: 13 })).toBe('/?at=3.00000,4.00000,13')
})

test.each(['', '?at=', '?at=91.0,0.0,15', '?at=1.0,2.0,3', '?at=1.0,2.0,25', '?at=a,b,c', '?at=1.0,2.0'])(
  'an address that names no part of the map opens the whole town: %s',
  (search) => {
    expect(viewFrom(search)).toBeNull()
  },
)

test('the list of what is in sight keeps what was asked, but starts anew and leaves the circle around a place', () => {
  const asked = { state: ['open' as const], q: 'lamp', near: { lat: 42.3, lng: -71, radiusM: 500 }, after: '12.x' }
  const box = [-71.1, 42.3, -71.05, 42.35] as const
  const address = addressInSight('https://town.example/?near=1,2&lang=ar#map', asked, {
    view: { lat: 42.325, lng: -71.075, zoom: 14 },
    box,
  })
  const { searchParams, pathname } = new URL(address, 'https://town.example')
  expect(pathname).toBe('/')
  expect(filtersFrom(searchParams)).toMatchObject({ state: ['open'], q: 'lamp', near: null, box, after: null })
  expect(searchParams.get('at')).toBe('42.32500,-71.07500,14')
})

test('one look at the map asks for few squares', () => {
  const screen = { zoom: 15, left: 2_500_000, top: 3_000_000, right: 2_500_740, bottom: 3_000_555 }
  const squares = squaresOf(screen, 'state=open')
  expect(squares.length).toBeLessThanOrEqual(6)
  expect(squares[0]).toBe('/map/clusters/14/4882/5859.json?state=open')
})

test('a whole town fits into its still map', () => {
  const view = townView([-71.19, 42.23, -70.99, 42.4], 'page')
  expect(view.zoom).toBe(11)
  expect(view.lat).toBeCloseTo(42.315, 2)
})
