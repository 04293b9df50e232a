import { createRequire } from 'node:module'
import type { EntryContext } from '@remix-run/node'
import type {
  AgnosticRouteMatch,
  AgnosticRouteObject,
  createStaticHandler,
  matchRoutes,
  StaticHandler,
} from '@remix-run/router'

type Match = AgnosticRouteMatch<string, AgnosticRouteObject>
type Router = { matchRoutes: typeof matchRoutes; createStaticHandler: typeof createStaticHandler }
type Table = EntryContext['manifest']['routes']

const router = createRequire(import.meta.url)('@remix-run/router') as Router

/**
 * Remix answers each request with its whole table of routes, which it sorts anew for that. Here the branch that leads to
 * the page answers alone: the same answer, from five routes instead of a hundred and fifty. Call it once at start, before
 * the request handler is made, and not while developing.
 */
export function answerByBranch(): void {
  router.createStaticHandler = byBranch(router.createStaticHandler)
}

/** Makes handlers that answer as those of `make` do. */
export function byBranch(make: typeof createStaticHandler): typeof createStaticHandler {
  return (routes, options) => {
    const whole = make(routes, options)
    const branches = new Map<string, StaticHandler>()
    const basename = options?.basename
    const handlerFor = (request: Request): StaticHandler => {
      const matches = router.matchRoutes(whole.dataRoutes, new URL(request.url).pathname, basename)
      // What leads nowhere is refused by the whole table.
      if (!matches) return whole
      const key = idsOf(matches).join(' ')
      const known = branches.get(key)
      if (known) return known
      const branch = make(branchOf(routes, idsOf(matches)), options)
      branches.set(key, branch)
      return branch
    }
    return {
      dataRoutes: whole.dataRoutes,
      query: (request, more) => handlerFor(request).query(request, more),
      queryRoute: (request, more) => handlerFor(request).queryRoute(request, more),
    }
  }
}

function branchOf(routes: AgnosticRouteObject[], [id, ...below]: string[]): AgnosticRouteObject[] {
  const route = routes.find((one) => one.id === id)
  if (!route) return []
  if (route.index) return [route]
  return [{ ...route, children: below.length > 0 ? branchOf(route.children ?? [], below) : undefined }]
}

const ownTables = new WeakMap<Table, Map<string, Table>>()

/**
 * The routes of the table that drawing a page takes: those that lead to it, and those of the addresses above it, which
 * browsers are told of with the page.
 */
export function ownRoutes(table: Table, { matches, pathname }: { matches: Match[]; pathname: string }): Table {
  const known = ownTables.get(table) ?? new Map<string, Table>()
  ownTables.set(table, known)
  const key = idsOf(matches).join(' ')
  const own = known.get(key) ?? ownTable(table, matches, pathname)
  known.set(key, own)
  return own
}

function ownTable(table: Table, matches: Match[], pathname: string): Table {
  const routes = treeOf(table, undefined)
  const segments = pathname.split('/').filter(Boolean)
  const above = segments.flatMap((_, length) =>
    idsOf(router.matchRoutes(routes, `/${segments.slice(0, length).join('/')}`) ?? []),
  )
  const needed = new Set([...idsOf(matches), ...above])
  return Object.fromEntries(Object.entries(table).filter(([id]) => needed.has(id)))
}

function treeOf(table: Table, parentId: string | undefined): AgnosticRouteObject[] {
  return Object.values(table)
    .filter((route) => route.parentId === parentId)
    .map(({ id, path, index, caseSensitive }) =>
      index ? { id, path, index, caseSensitive } : { id, path, caseSensitive, children: treeOf(table, id) },
    )
}

const idsOf = (matches: Match[]): string[] => matches.map(({ route }) => route.id ?? '')
