/** A place that was found while somebody typed. */
export type SuggestedPlace = { id: number; name: string; areaName: string | null; lat: number; lng: number }

/** More than these help nobody to choose. */
export const mostSuggestions = 8
const fewestSigns = 2

/** What to ask for; null while too little is typed to find a place by. */
export function questionIn(typed: string): string | null {
  const asked = typed.replace(/\s+/g, ' ').trim()
  return asked.length >= fewestSigns ? asked : null
}

export const addressOf = (asked: string): string =>
  `/places.json?${new URLSearchParams({ q: asked, limit: String(mostSuggestions) })}`

/** The places in an answer; none in one that is something else, such as a page of trouble. */
export function placesIn(answer: unknown): SuggestedPlace[] {
  const { places } = (answer ?? {}) as { places?: unknown }
  return Array.isArray(places) ? places.filter(isPlace).slice(0, mostSuggestions) : []
}

const isPlace = (one: unknown): one is SuggestedPlace => {
  const { id, name, lat, lng } = (one ?? {}) as Record<string, unknown>
  return [id, lat, lng].every((n) => typeof n === 'number') && typeof name === 'string'
}

/** Where an arrow key leads among so many, round and round; -1 is the box itself, where nothing is chosen yet. */
export function nextAt(at: number, key: 'ArrowDown' | 'ArrowUp', count: number): number {
  const stations = count + 1
  const step = key === 'ArrowDown' ? 1 : -1
  return ((at + 1 + step + stations) % stations) - 1
}
