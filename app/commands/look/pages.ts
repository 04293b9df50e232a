export const lookRoles = ['anybody', 'resident', 'handler', 'oversight', 'administrator'] as const
export type LookRole = (typeof lookRoles)[number]

/** What stands for a part of an address that only the running town knows. */
export type Known = {
  issueRef: string
  closedRef: string
  caseRef: string
  category: string
  emergency: string
  question: string
  area: string
  entry: string
  ownAct: string
  finding: string
  personId: string
  mailId: string
}

export type LookPage = { name: string; path: string; roles: readonly LookRole[] }

const paths: Record<LookRole, readonly string[]> = {
  anybody: [
    '/',
    '/issues',
    '/issues?state=overdue&category={category}',
    '/issues/{issueRef}',
    '/issues/{closedRef}',
    '/issues/{issueRef}/me-too',
    '/issues/{issueRef}/follow',
    '/issues/kinds',
    '/issues/new',
    '/issues/new/place?q=tremont',
    '/issues/new/call/{emergency}',
    '/follow?category={category}',
    '/follow/asked',
    '/follow/confirm/not-a-link',
    '/follow/end/not-a-link',
    '/receipts/not-a-link',
    '/receipts/not-a-link/looked',
    '/findings',
    '/register',
    '/ledger',
    '/ledger/entries/{entry}',
    '/register/activities/maintain-public-space/versions/1',
    '/sign-in',
    '/sign-in/sent',
    '/sign-in/link/not-a-link',
    '/sign-in/staff',
    '/sign-in/invite/not-a-link',
    '/verify',
    '/problems/out-of-date',
    '/accessibility',
    '/contact',
    '/there-is-no-such-page',
  ],
  resident: [
    '/me',
    '/me/looked',
    '/me/acts',
    '/me/acts/{ownAct}',
    '/me/details',
    '/me/account',
    '/me/sessions',
    '/issues/{issueRef}',
    '/sign-out',
  ],
  handler: [
    '/desk',
    '/desk?state=overdue&area={area}',
    '/desk/acknowledge?ref={caseRef}',
    '/desk/cases/{caseRef}',
    '/desk/cases/{caseRef}/close',
    '/desk/cases/{caseRef}/move',
    '/desk/cases/{caseRef}/assign',
    '/desk/cases/{caseRef}/contact',
    '/desk/cases/{caseRef}/contact/emergency',
    '/desk/findings',
    '/desk/findings/{finding}',
    '/desk/intake',
    '/me/account',
    '/me/security',
    '/issues/{issueRef}',
  ],
  oversight: [
    '/oversight',
    '/oversight/findings',
    '/oversight/findings/{finding}',
    '/oversight/findings/{finding}/close',
    '/oversight/exceptions',
    '/oversight/days',
    '/oversight/entries',
    '/oversight/entries/{entry}',
    '/oversight/issues',
    '/oversight/issues/{closedRef}',
    '/oversight/rules',
    '/desk',
  ],
  administrator: [
    '/admin',
    '/admin/categories',
    '/admin/categories/new',
    '/admin/categories/{category}',
    '/admin/categories/{category}/history',
    '/admin/categories/{category}/questions',
    '/admin/categories/{category}/questions/{question}',
    '/admin/changes',
    '/admin/imports',
    '/admin/jobs',
    '/admin/mailbox',
    '/admin/mailbox/{mailId}',
    '/admin/people',
    '/admin/people/{personId}',
    '/admin/people/{personId}/access',
    '/admin/people/{personId}/mandate',
    '/admin/people/invite',
    '/admin/settings',
    '/admin/settings/history',
    '/admin/settings/look',
    '/admin/settings/wordings',
    '/oversight',
  ],
}

/** Every page of the product, and whose it is: what `npm run look` shoots and what the browser tests walk. */
export const pages: readonly LookPage[] = lookRoles.flatMap((role) =>
  paths[role].map((path) => ({ name: nameOf(path), path, roles: [role] })),
)

/** A page's address in this town. */
export const addressOf = (path: string, known: Known): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(known[name as keyof Known] ?? ''))

// "/desk/cases/{caseRef}/close" is the picture "desk-cases-caseRef-close".
function nameOf(path: string): string {
  return path.replace(/[^a-zA-Z0-9]+/g, '-').replace(/^-|-$/g, '') || 'home'
}
