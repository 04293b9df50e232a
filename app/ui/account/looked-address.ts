export type LookedFilters = { all: string | null; from: string | null; to: string | null }

type Place = Partial<LookedFilters> & { before?: string | null; question?: string | null }

/** The address of one part of the page "who looked": everything that was chosen stands in it. */
export function lookedAddress(base: string, place: Place, anchor = ''): string {
  const { all, from, to, before, question } = place
  const chosen = Object.entries({ all, from, to, before, question }).flatMap(([name, value]) =>
    value ? [[name, value] as [string, string]] : [],
  )
  const query = new URLSearchParams(chosen).toString()
  return `${base}${query && `?${query}`}${anchor}`
}
