import { type AgnosticRouteObject, matchRoutes } from '@remix-run/router'
import { expect, test } from 'vitest'
import { remembering } from './remembered-routes.server'

const table = (): AgnosticRouteObject[] => [
  {
    id: 'root',
    path: '',
    children: [
      { id: 'home', index: true },
      { id: 'issues', path: 'issues', children: [{ id: 'issue', path: ':ref' }] },
      { id: 'new', path: 'issues/new' },
      { id: 'rest', path: '*' },
    ],
  },
]
const paths = ['/', '/issues', '/issues/TST-2345-67B', '/issues/new', '/nowhere/at/all', '/issues/TST-2345-67B']

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

test('the router is asked once for each path', () => {
  let asked = 0
  const match = remembering((...words) => {
    asked++
    return matchRoutes(...words)
  })
  for (let round = 0; round < 5; round++) for (const path of paths) match(table(), path)
  expect(asked).toBe(new Set(paths).size)
})

test('another table is matched anew, and a path that leads nowhere stays nowhere', () => {
  const match = remembering(matchRoutes)
  match(table(), '/issues/new')
  const other = [{ id: 'other', path: 'issues/:ref' }]
  expect(match(other, '/issues/new')?.at(-1)?.route.id).toBe('other')
  expect(match([{ id: 'only', path: 'a' }], '/b')).toBeNull()
  expect(match([{ id: 'only', path: 'a' }], '/b')).toBeNull()
})
