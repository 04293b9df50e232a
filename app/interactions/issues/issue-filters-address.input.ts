/**
 * What can be asked about the state of issues. `open` is everything the town still has to do, overdue or not; `received` is
 * what nobody at the town took up yet; `closed` is resolved or not. Several together widen the answer.
 */
export const stateFilters = [
  'open',
  'received',
  'in-progress',
  'waiting',
  'overdue',
  'closed',
  'resolved',
  'not-resolved',
] as const
export type StateFilter = (typeof stateFilters)[number]

/** Reported within the last so many days; `year` is the last 365. `from` and `to` are for an exact stretch. */
export const periods = ['7d', '30d', '90d', 'year', 'all'] as const
export type Period = (typeof periods)[number]

export const sorts = ['newest', 'oldest', 'most-reported', 'due'] as const
export type Sort = (typeof sorts)[number]

export type Near = { lat: number; lng: number; radiusM: number }
/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

/** Which issues, in which order. Empty lists and nulls do not narrow. Map, list, feed and desk speak this one language. */
export type IssueFilters = {
  category: string[]
  state: StateFilter[]
  area: string[]
  period: Period
  /** First and last day, in the town's own days: 2026-11-23. */
  from: string | null
  to: string | null
  q: string
  near: Near | null
  box: Box | null
  sort: Sort
  /** Where the page before this one ended (keyset paging). */
  after: string | null
}

export const noFilters: IssueFilters = Object.freeze({
  category: [],
  state: [],
  area: [],
  period: 'all',
  from: null,
  to: null,
  q: '',
  near: null,
  box: null,
  sort: 'newest',
  after: null,
})

/** Five decimals is about a metre: enough for a place, and one spelling for one place. */
const decimals = (n: number) => String(Math.round(n * 1e5) / 1e5)

/** The filters as an address, always in the same order, so that one question has one address. What does not narrow is left out. */
export function filtersToParams(filters: Partial<IssueFilters>): URLSearchParams {
  const { category, state, area, period, from, to, q, near, box, sort, after } = { ...noFilters, ...filters }
  const params = new URLSearchParams()
  const put = (name: string, value: string | null) => void (value && params.append(name, value))
  for (const one of sorted(state, stateFilters)) put('state', one)
  for (const one of sorted(category)) put('category', one)
  for (const one of sorted(area)) put('area', one)
  put('period', period === 'all' ? null : period)
  put('from', from)
  put('to', to)
  put('q', q)
  put('near', near && `${decimals(near.lat)},${decimals(near.lng)}`)
  put('radius', near && String(near.radiusM))
  put('box', box?.map(decimals).join(',') ?? null)
  put('sort', sort === 'newest' ? null : sort)
  put('after', after)
  return params
}

/** An address of this page with these filters: `/issues?state=open&q=lamp`. */
export function addressWith(pathname: string, filters: Partial<IssueFilters>): string {
  const query = filtersToParams(filters).toString()
  return query ? `${pathname}?${query}` : pathname
}

/** Whether anything narrows the list; order and page do not count. */
export const isNarrowed = (filters: IssueFilters): boolean =>
  filtersToParams({ ...filters, sort: 'newest', after: null }).size > 0

/** The same filters with something else about them, back on the first page. */
export const changed = (filters: IssueFilters, change: Partial<IssueFilters>): IssueFilters => ({
  ...filters,
  after: null,
  ...change,
})

function sorted<Word extends string>(words: readonly Word[], order?: readonly Word[]): Word[] {
  const once = [...new Set(words)]
  return order ? order.filter((word) => once.includes(word)) : once.sort()
}
