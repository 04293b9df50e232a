export const lookRoles = ['anybody', 'resident', 'handler', 'oversight', 'administrator'] as const
export type LookRole = (typeof lookRoles)[number]

/** What stands for a part of an address that only the running town knows. */
export type Known = {
  issueRef: string
  closedRef: string
  caseRef: string
  category: string
  area: string
  entry: string
}

export type LookPage = { name: string; path: string; roles: readonly LookRole[] }

const everybody = ['anybody'] as const

/** Every page of the product, and whose it is: what `npm run look` shoots and what the browser tests walk. */
export const pages: readonly LookPage[] = [
  { name: 'home', path: '/', roles: everybody },
  { name: 'issues', path: '/issues', roles: everybody },
  { name: 'issues-filtered', path: '/issues?state=overdue&category={category}', roles: everybody },
  { name: 'issue-open', path: '/issues/{issueRef}', roles: ['anybody', 'resident', 'handler'] },
  { name: 'issue-closed', path: '/issues/{closedRef}', roles: everybody },
  { name: 'me-too', path: '/issues/{issueRef}/me-too', roles: everybody },
  { name: 'follow', path: '/issues/{issueRef}/follow', roles: everybody },
  { name: 'report', path: '/issues/new', roles: everybody },
  { name: 'register', path: '/register', roles: everybody },
  { name: 'sign-in', path: '/sign-in', roles: everybody },
  { name: 'sign-in-staff', path: '/sign-in/staff', roles: everybody },
  { name: 'accessibility', path: '/accessibility', roles: everybody },
  { name: 'contact', path: '/contact', roles: everybody },
  { name: 'missing', path: '/there-is-no-such-page', roles: everybody },
  { name: 'me', path: '/me', roles: ['resident'] },
  { name: 'desk', path: '/desk', roles: ['handler'] },
  { name: 'case', path: '/desk/cases/{caseRef}', roles: ['handler'] },
  { name: 'intake', path: '/desk/intake', roles: ['handler'] },
  { name: 'desk-refused', path: '/desk', roles: ['oversight'] },
  { name: 'oversight', path: '/oversight', roles: ['oversight'] },
  { name: 'oversight-issue', path: '/oversight/issues/{closedRef}', roles: ['oversight'] },
  { name: 'oversight-entry', path: '/oversight/entries/{entry}', roles: ['oversight'] },
  { name: 'oversight-refused', path: '/oversight', roles: ['administrator'] },
  { name: 'admin', path: '/admin', roles: ['administrator'] },
  { name: 'admin-mailbox', path: '/admin/mailbox', roles: ['administrator'] },
]

/** A page's address in this town. */
export const addressOf = (path: string, known: Known): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name as keyof Known] ?? ''))
