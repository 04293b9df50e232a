/** Words that every page needs: navigation, forms, dates, and trouble of every kind. */
const everywhere = ['common', 'problem']

/** Where an address begins -> the areas of words its pages use. The longest beginning counts; `/*` is what lies under it. */
const areasByAddress: Record<string, readonly string[]> = {
  '/': ['home', 'issue', 'map'],
  '/issues': ['home', 'issue', 'map'],
  '/issues/*': ['issue', 'story', 'map', 'check', 'activity'],
  '/issues/*/me-too': ['report', 'issue', 'map', 'activity', 'check'],
  '/issues/new': ['report', 'issue', 'map', 'activity', 'check'],
  '/receipts': ['receipt', 'report', 'issue', 'check'],
  '/follow': ['follow', 'issue', 'activity'],
  '/me': ['me', 'issue', 'activity', 'check'],
  '/sign-in': ['sign-in', 'activity'],
  '/register': ['register', 'activity', 'check'],
  '/desk': ['desk', 'issue', 'map', 'check', 'activity'],
  '/oversight': ['oversight', 'issue', 'check', 'activity'],
  '/admin': ['admin', 'issue', 'check', 'activity'],
}

/** Areas that never reach a page. */
export const areasOfLetters: readonly string[] = ['mail']

/** Which words a page at this address needs, so that no page carries those of another. */
export function areasFor(pathname: string): string[] {
  const beginnings = Object.keys(areasByAddress).filter((beginning) => isUnder(pathname, beginning))
  const longest = beginnings.reduce((best, beginning) => (beginning.length > best.length ? beginning : best), '')
  return [...everywhere, ...(areasByAddress[longest] ?? [])]
}

/** Every area that some page can show. */
export const areasOfPages = (): string[] => [...new Set([...everywhere, ...Object.values(areasByAddress).flat()])]

function isUnder(pathname: string, beginning: string): boolean {
  const [before = '', after] = beginning.split('/*/')
  if (after) return pathname.startsWith(`${before}/`) && pathname.endsWith(`/${after}`)
  if (beginning.endsWith('/*')) return pathname.startsWith(beginning.slice(0, -1))
  return pathname === beginning || (beginning !== '/' && pathname.startsWith(`${beginning}/`))
}
