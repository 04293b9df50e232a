import { createRequire } from 'node:module'
import type { AgnosticRouteMatch, AgnosticRouteObject, Location } from '@remix-run/router'

type Route = AgnosticRouteObject
type Match = AgnosticRouteMatch<string, Route>
type MatchRoutes = (routes: Route[], at: Partial<Location> | string, basename?: string) => Match[] | null

const mostRemembered = 2_000

/**
 * Remix sorts and compiles its whole table of routes for each match, five times a page: a fifth of drawing one, with our
 * hundred and fifty routes. The table stands still while a server runs, so a path is matched once and remembered by the
 * ids of its routes. Call it once at start, and not while developing.
 */
export function rememberRoutes(): void {
  // The one copy that Remix and React Router both look the function up in.
  const router = createRequire(import.meta.url)('@remix-run/router') as { matchRoutes: MatchRoutes }
  router.matchRoutes = remembering(router.matchRoutes)
}

/** Matches as `match` does, and remembers what came of the last paths. */
export function remembering(match: MatchRoutes): MatchRoutes {
  const known = new Map<string, Match[]>()
  return (routes, at, basename = '/') => {
    const path = typeof at === 'string' ? at : at.pathname
    if (path === undefined || basename !== '/') return match(routes, at, basename)
    const before = known.get(path)
    const again = before && sameIn(routes, before)
    if (again) return again
    const found = match(routes, at, basename)
    if (found) {
      if (known.size >= mostRemembered) known.delete(known.keys().next().value ?? '')
      known.set(path, found)
    }
    return found
  }
}

// The table is laid out anew for each page, with the same ids: each remembered route is found below the one before it.
function sameIn(routes: Route[], matches: Match[]): Match[] | null {
  const found: Match[] = []
  let among: Route[] | undefined = routes
  for (const { params, pathname, pathnameBase, route } of matches) {
    const same: Route | undefined = among?.find(({ id }) => id !== undefined && id === route.id)
    if (!same) return null
    found.push({ params, pathname, pathnameBase, route: same })
    among = same.children
  }
  return found
}
