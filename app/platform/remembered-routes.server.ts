import { createRequire } from 'node:module'
import type { AgnosticRouteMatch, AgnosticRouteObject, Location } from '@remix-run/router'

type Route = AgnosticRouteObject
type Match = AgnosticRouteMatch<string, Route>
type MatchRoutes = (routes: Route[], at: Partial<Location> | string, basename?: string) => Match[] | null
/** The routes that a shape of address leads to, and what each of its segments is called. */
type Way = {
  steps: { id: string; depth: number; isIndex: boolean }[]
  params: { name: string; segment: number; ending: string }[]
}

const mostRemembered = 1_000

/**
 * Remix sorts and compiles its whole table of routes for each match, five times a page: a fifth of drawing one, with our
 * hundred and fifty routes. The table stands still while a server runs, so a shape of address (`/issues/:`) is matched once
 * and remembered by the ids of its routes. Call it once at start, and not while developing.
 */
export function rememberRoutes(): void {
  // The one copy that Remix and React Router both look the function up in.
  const router = createRequire(import.meta.url)('@remix-run/router') as { matchRoutes: MatchRoutes }
  router.matchRoutes = remembering(router.matchRoutes)
}

/** Matches as `match` does, and remembers where the shapes of the last addresses led. */
export function remembering(match: MatchRoutes): MatchRoutes {
  const known = new Map<string, Way>()
  let words: Set<string> | undefined
  let endings: string[] = []
  let size = 0
  return (routes, at, basename = '/') => {
    const path = typeof at === 'string' ? at : at.pathname
    // Whatever is written unusually is left to the router: escapes, empty segments, a slash at the end.
    if (path === undefined || basename !== '/' || !/^(\/|(\/[\w.~-]+)+)$/.test(path)) return match(routes, at, basename)
    if (!words) {
      words = wordsOf(routes)
      endings = [...words].flatMap((word) => endingOf(word) ?? []).sort((one, other) => other.length - one.length)
    }
    size ||= sizeOf(routes)
    // A part of the table would lead elsewhere than the whole, and must not be remembered for it.
    if (sizeOf(routes) !== size) return match(routes, at, basename)
    const segments = segmentsOf(path)
    const shape = segments.map((segment) => (words?.has(segment.toLowerCase()) ? segment : anyOf(segment))).join('/')
    const way = known.get(shape)
    const again = way && follow(way, routes, segments)
    if (again) return again
    const found = match(routes, at, basename)
    const learnt = found && wayOf(found, segments)
    if (learnt) {
      if (known.size >= mostRemembered) known.delete(known.keys().next().value ?? '')
      known.set(shape, learnt)
    }
    return found
  }

  // `/receipts/:id` and `/receipts/:id.json` are two ways.
  function anyOf(segment: string): string {
    const ending = endings.find((one) => segment.toLowerCase().endsWith(one) && segment.length > one.length)
    return `:${ending ?? ''}`
  }
}

/** What a parameter must end with: `.json` of `:id.json`; null for a word, nothing for a bare parameter. */
const endingOf = (pattern: string): string | null => /^:[\w-]+(\..+)$/.exec(pattern)?.[1] ?? null

// The words that the table itself names: a segment that is none of them can only stand for a parameter.
const wordsOf = (routes: readonly Route[]): Set<string> =>
  new Set(routes.flatMap(({ path = '', children = [] }) => [...segmentsOf(path.toLowerCase()), ...wordsOf(children)]))

const sizeOf = (routes: readonly Route[]): number =>
  routes.reduce((size, { children = [] }) => size + 1 + sizeOf(children), 0)

// Optional and open-ended segments have no fixed place: addresses that lead through one are matched each time.
function wayOf(matches: readonly Match[], segments: readonly string[]): Way | null {
  const patterns = matches.flatMap(({ route }) => segmentsOf(route.path ?? ''))
  if (patterns.length !== segments.length || patterns.some((pattern) => /[?*]/.test(pattern))) return null
  return {
    steps: matches.map(({ route, pathname, pathnameBase }) => ({
      id: route.id ?? '',
      depth: segmentsOf(pathname).length,
      isIndex: pathname !== pathnameBase,
    })),
    params: patterns.flatMap((pattern, segment) => {
      const ending = endingOf(pattern) ?? ''
      const name = pattern.slice(1, pattern.length - ending.length)
      return pattern.startsWith(':') ? [{ name, segment, ending }] : []
    }),
  }
}

// The table is laid out anew for each page, with the same ids: each remembered route is found below the one before it.
function follow({ steps, params }: Way, routes: Route[], segments: readonly string[]): Match[] | null {
  const named = Object.fromEntries(
    params.map(({ name, segment, ending }) => {
      const value = segments[segment] ?? ''
      return [name, value.slice(0, value.length - ending.length)]
    }),
  )
  const found: Match[] = []
  let among: Route[] | undefined = routes
  for (const { id, depth, isIndex } of steps) {
    const route: Route | undefined = among?.find((one) => one.id === id)
    if (!route) return null
    const pathnameBase = `/${segments.slice(0, depth).join('/')}`
    found.push({ params: named, pathname: isIndex ? `${pathnameBase}/` : pathnameBase, pathnameBase, route })
    among = route.children
  }
  return found
}

const segmentsOf = (path: string) => path.split('/').filter(Boolean)
