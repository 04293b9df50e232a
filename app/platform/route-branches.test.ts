import type { EntryContext } from '@remix-run/node'
import { type AgnosticRouteObject, createStaticHandler, matchRoutes } from '@remix-run/router'
import { expect, test } from 'vitest'
import { byBranch, ownRoutes } from './route-branches.server'

const said = (name: string) => () => ({ name })
const table = (): AgnosticRouteObject[] => [
  {
    id: 'root',
    path: '',
    loader: said('root'),
    children: [
      { id: 'home', index: true, loader: said('home') },
      {
        id: 'issues',
        path: 'issues',
        children: [
          { id: 'list', index: true, loader: said('list'), action: said('filtered') },
          {
            id: 'issue',
            path: ':ref',
            loader: ({ params }) => ({ ref: params.ref }),
            children: [{ id: 'story', index: true, loader: said('story') }],
          },
        ],
      },
      { id: 'new', path: 'issues/new', loader: said('new'), action: said('sent') },
      { id: 'rest', path: 'files/*', loader: ({ params }) => ({ rest: params['*'] }) },
    ],
  },
]
const asked = (path: string, init?: RequestInit) => new Request(`http://town.example${path}`, init)
const options = { basename: '/' }

test.each([
  '/',
  '/issues',
  '/issues/TST-1',
  '/issues/new',
  '/files/a/b',
  '/nowhere',
  '/Issues/New',
  '/issues/a%20b?at=1',
])('a branch answers %s as the whole table would', async (path) => {
  const whole = createStaticHandler(table(), options)
  const branches = byBranch(createStaticHandler)(table(), options)
  for (let round = 0; round < 2; round++) {
    const [one, other] = await Promise.all([whole.query(asked(path)), branches.query(asked(path))])
    if (one instanceof Response || other instanceof Response) throw new Error('A page was expected.')
    expect(other.loaderData).toEqual(one.loaderData)
    expect(other.statusCode).toBe(one.statusCode)
    expect(other.errors).toEqual(one.errors)
    expect(other.matches.map(({ route, params, pathname }) => [route.id, params, pathname])).toEqual(
      one.matches.map(({ route, params, pathname }) => [route.id, params, pathname]),
    )
  }
})

test.each([
  ['/issues/new', 'sent'],
  ['/issues?index', 'filtered'],
])('a form sent to %s reaches its action', async (path, name) => {
  const answer = await byBranch(createStaticHandler)(table(), options).query(asked(path, { method: 'POST' }))
  if (answer instanceof Response) throw new Error('A page was expected.')
  expect(Object.values(answer.actionData ?? {})).toEqual([{ name }])
})

test('one route is asked alone, and one that is not on the way is refused', async () => {
  const { queryRoute } = byBranch(createStaticHandler)(table(), options)
  expect(await queryRoute(asked('/issues/TST-1'), { routeId: 'issue' })).toEqual({ ref: 'TST-1' })
  await expect(queryRoute(asked('/issues/TST-1'), { routeId: 'new' })).rejects.toMatchObject({ status: 403 })
})

test('after the first page only its own branch is looked through', async () => {
  const sizes: number[] = []
  const { query } = byBranch((routes, more) => {
    sizes.push(JSON.stringify(routes).length)
    return createStaticHandler(routes, more)
  })(table(), options)
  for (let at = 0; at < 20; at++) await query(asked(`/issues/TST-${at}`))
  expect(sizes).toHaveLength(2)
  expect(sizes[1]).toBeLessThan((sizes[0] ?? 0) / 1.5)
})

test('a page is drawn with the routes that lead to it and to the addresses above it', () => {
  const manifest = Object.fromEntries(entriesOf(table(), undefined))
  const own = (pathname: string) =>
    Object.keys(ownRoutes(manifest, { matches: matchRoutes(table(), pathname) ?? [], pathname })).sort()
  expect(own('/issues/TST-1')).toEqual(['home', 'issue', 'issues', 'list', 'root', 'story'])
  expect(own('/issues/new')).toEqual(['home', 'issues', 'list', 'new', 'root'])
  expect(own('/')).toEqual(['home', 'root'])
})

function entriesOf(
  routes: AgnosticRouteObject[],
  parentId: string | undefined,
): [string, EntryContext['manifest']['routes'][string]][] {
  return routes.flatMap(({ id = '', path, index, children }) => [
    [
      id,
      {
        id,
        parentId,
        path,
        index,
        module: id,
        hasAction: false,
        hasLoader: true,
        hasClientAction: false,
        hasClientLoader: false,
        hasErrorBoundary: false,
      },
    ] as [string, EntryContext['manifest']['routes'][string]],
    ...entriesOf(children ?? [], id),
  ])
}
