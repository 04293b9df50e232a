import { type AgnosticRouteObject, matchRoutes } from '@remix-run/router'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { remembering } from './remembered-routes.server'

const table = (): AgnosticRouteObject[] => [
  {
    id: 'root',
    path: '',
    children: [
      { id: 'home', index: true },
      {
        id: 'issues',
        path: 'issues',
        children: [
          { id: 'list', index: true },
          { id: 'issue', path: ':ref', children: [{ id: 'story', index: true }] },
          { id: 'data', path: ':ref.json' },
          { id: 'photo', path: ':ref/photos/:name' },
          { id: 'picture', path: ':ref/photos/:name.small.png' },
          { id: 'old', path: 'old/:year?' },
        ],
      },
      { id: 'new', path: 'issues/new' },
      { id: 'rest', path: '*' },
    ],
  },
]
const paths = [
  '/',
  '/issues',
  '/issues/TST-2345-67B',
  '/issues/new',
  '/issues/TST-2345-67B.json',
  '/nowhere/at/all',
  '/issues/TST-2345-67B',
]

test('a path is answered as the router itself would, however often it is asked and whichever copy of the table is shown', () => {
  const match = remembering(matchRoutes)
  for (let round = 0; round < 3; round++) {
    for (const path of paths) {
      const routes = table()
      const found = match(routes, { pathname: path })
      expect(found).toEqual(matchRoutes(routes, { pathname: path }))
      expect(found?.at(0)?.route).toBe(routes[0])
    }
  }
})

test('any path at all is answered as the router would, also when its like was asked before', () => {
  const match = remembering(matchRoutes)
  const segment = fc.oneof(
    fc.constantFrom(
      'issues',
      'new',
      'Issues',
      'photos',
      'a.json',
      'B.JSON',
      '.json',
      'a.small.png',
      'old',
      'a',
      'TST-2345-67B',
      'a.b',
      '%20',
      'a%2Fb',
      '',
      '*',
      ':ref',
    ),
    fc.string({ maxLength: 4 }).map(encodeURIComponent),
  )
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
      const routes = table()
      const pathname = `/${segments.join('/')}`
      expect(match(routes, { pathname })).toEqual(matchRoutes(routes, { pathname }))
    }),
    { numRuns: 2_000 },
  )
})

test('the router is asked once for all addresses of one shape', () => {
  let asked = 0
  const match = remembering((...words) => {
    asked++
    return matchRoutes(...words)
  })
  for (let issue = 0; issue < 50; issue++) match(table(), `/issues/TST-${issue}`)
  for (let issue = 0; issue < 50; issue++) match(table(), `/issues/TST-${issue}/photos/${issue}.jpg`)
  expect(asked).toBe(2)
})

test('what a part of the table leads to is not remembered for the whole', () => {
  const match = remembering(matchRoutes)
  match(table(), '/issues')
  const part = [{ id: 'issues', path: 'issues', children: [{ id: 'issue', path: ':ref' }] }]
  expect(match(part, '/issues/new')?.at(-1)?.route.id).toBe('issue')
  expect(match(table(), '/issues/new')?.at(-1)?.route.id).toBe('new')
})

test('another table is matched anew, and a path that leads nowhere stays nowhere', () => {
  const match = remembering(matchRoutes)
  match(table(), '/issues/new')
  const other = [{ id: 'other', path: 'issues/:ref' }]
  expect(match(other, '/issues/new')?.at(-1)?.route.id).toBe('other')
  expect(match([{ id: 'only', path: 'a' }], '/b')).toBeNull()
  expect(match([{ id: 'only', path: 'a' }], '/b')).toBeNull()
})
