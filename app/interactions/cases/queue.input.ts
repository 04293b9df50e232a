/** Ready-made views of the queue, as links above it. */
export const queueViews = ['all', 'mine', 'unassigned', 'overdue', 'due-soon', 'waiting', 'closed'] as const
export type QueueView = (typeof queueViews)[number]

/** The nearest last day first, or what came in last. */
export const queueSorts = ['due', 'newest'] as const
export type QueueSort = (typeof queueSorts)[number]

/** What a civil servant asks of the queue. Empty lists do not narrow. */
export type QueueFilters = {
  view: QueueView
  category: string[]
  area: string[]
  q: string
  sort: QueueSort
  /** Where the page before this one ended. */
  after: string | null
}

export const wholeQueue: QueueFilters = Object.freeze({
  view: 'all',
  category: [],
  area: [],
  q: '',
  sort: 'due',
  after: null,
})

/** The queue's address with these filters; what does not narrow is left out. */
export function queueAddress(filters: Partial<QueueFilters>): string {
  const { view, category, area, q, sort, after } = { ...wholeQueue, ...filters }
  const params = new URLSearchParams()
  if (view !== 'all') params.set('view', view)
  for (const one of [...category].sort()) params.append('category', one)
  for (const one of [...area].sort()) params.append('area', one)
  if (q) params.set('q', q)
  if (sort !== 'due') params.set('sort', sort)
  if (after) params.set('after', after)
  const query = params.toString()
  return query ? `/desk?${query}` : '/desk'
}
