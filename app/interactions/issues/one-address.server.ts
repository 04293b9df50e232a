import { filtersFrom, filtersToParams } from './issue-filters.input'

const ours = new Set([
  'state',
  'category',
  'area',
  'period',
  'from',
  'to',
  'q',
  'near',
  'radius',
  'box',
  'sort',
  'after',
])

/**
 * The one address of what is asked, when this is not it: a form sends empty fields and any order along. Null when it is.
 * Whatever else stands in the address (a language) stays.
 */
export function otherAddress(url: URL): string | null {
  const asked = [...url.searchParams].filter(([name]) => ours.has(name))
  const wanted = filtersToParams(filtersFrom(url.searchParams))
  if (new URLSearchParams(asked).toString() === wanted.toString()) return null
  for (const [name, value] of url.searchParams) if (!ours.has(name) && name !== '_routes') wanted.append(name, value)
  return wanted.size > 0 ? `${url.pathname}?${wanted}` : url.pathname
}
