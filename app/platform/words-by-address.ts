/** Words that every page needs: navigation, forms, dates, and trouble of every kind. */
const everywhere = ['common', 'problem', 'field']

/** Where an address begins -> the areas of words its pages use. The longest beginning counts; `*` is one part of any name. */
const areasByAddress: Record<string, readonly string[]> = {
  '/': ['home', 'issue', 'map'],
  '/issues': ['home', 'issue', 'map'],
  '/issues/kinds': ['home', 'issue'],
  '/issues/*': ['issue', 'story', 'map'],
  '/issues/*/me-too': ['report', 'photo', 'issue', 'map', 'activity', 'check'],
  '/issues/new': ['report', 'photo', 'issue', 'map', 'activity', 'check'],
  '/receipts': ['receipt', 'ledger', 'report', 'photo', 'issue', 'check', 'activity'],
  '/follow': ['follow', 'issue', 'activity', 'check'],
  '/issues/*/follow': ['follow', 'activity', 'check'],
  '/receipts/*/looked': ['receipt', 'me', 'finding', 'issue', 'check', 'activity'],
  '/me': ['me', 'finding', 'sign-in', 'issue', 'activity', 'check'],
  '/me/acts': ['me', 'ledger'],
  '/ledger': ['ledger', 'verify'],
  '/sign-in': ['sign-in', 'activity', 'check'],
  '/sign-out': ['sign-in'],
  '/contact': ['about'],
  '/accessibility': ['about'],
  '/register': ['register', 'activity', 'check'],
  '/desk': ['desk', 'issue', 'photo', 'map', 'check'],
  '/desk/findings': ['desk', 'finding', 'issue', 'check'],
  '/desk/intake': ['desk', 'report', 'issue', 'map', 'check', 'activity'],
  '/verify': ['verify'],
  '/problems': ['register'],
  '/findings': ['finding'],
  '/oversight': ['oversight', 'finding', 'register', 'rule', 'issue', 'check', 'activity'],
  '/admin/mailbox': ['admin', 'mailbox'],
  '/admin': ['admin', 'register', 'rule', 'check'],
  '/admin/categories/*/questions': ['admin', 'rule', 'report', 'check'],
}

/** Areas that never reach a page. */
export const areasOfLetters: readonly string[] = ['mail', 'decision']

/** Which words a page at this address needs, so that no page carries those of another. */
export function areasFor(pathname: string): string[] {
  const beginnings = Object.keys(areasByAddress).filter((beginning) => isUnder(pathname, beginning))
  const longest = beginnings.reduce((best, beginning) => (beginning.length > best.length ? beginning : best), '')
  return [...everywhere, ...(areasByAddress[longest] ?? [])]
}

/** Every area that some page can show. */
export const areasOfPages = (): string[] => [...new Set([...everywhere, ...Object.values(areasByAddress).flat()])]

// A star stands for one part of an address that can be anything; the address itself and what lies under it count.
function isUnder(pathname: string, beginning: string): boolean {
  if (beginning === '/') return pathname === '/'
  return new RegExp(`^${beginning.replaceAll('*', '[^/]+')}(/|$)`).test(pathname)
}
