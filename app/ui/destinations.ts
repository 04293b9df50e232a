import type { Translate } from './words'

export type Destination = { to: string; label: string }

/** The places a person can go from every page, in the words of their language. A shell shows those that make sense to its reader. */
export const destinationsIn = (t: Translate) =>
  ({
    issues: { to: '/issues', label: t('common.nav.issues') },
    'my-data': { to: '/me', label: t('common.nav.my-data') },
    account: { to: '/me/account', label: t('common.nav.account') },
    report: { to: '/issues/new', label: t('common.nav.report') },
    desk: { to: '/desk', label: t('common.nav.desk') },
    oversight: { to: '/oversight', label: t('common.nav.oversight') },
    admin: { to: '/admin', label: t('common.nav.admin') },
    register: { to: '/register', label: t('common.nav.register') },
    ledger: { to: '/ledger', label: t('common.nav.ledger') },
    accessibility: { to: '/accessibility', label: t('common.nav.accessibility') },
    contact: { to: '/contact', label: t('common.nav.contact') },
    'sign-in': { to: '/sign-in', label: t('common.nav.sign-in') },
  }) satisfies Record<string, Destination>

/** Whether a destination is where the reader is: itself, or something under it. The home page only counts for itself. */
export const isHere = (to: string, pathname: string) => pathname === to || (to !== '/' && pathname.startsWith(`${to}/`))
