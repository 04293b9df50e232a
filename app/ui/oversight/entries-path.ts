type Query = Readonly<Record<string, string | number | null | undefined>>

/** An address with what was asked in it; what was not asked stays away. */
export function entriesPath(asked: Query, path = '/oversight/entries'): string {
  const pairs = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null && value !== '')
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString()
  return query ? `${path}?${query}` : path
}
