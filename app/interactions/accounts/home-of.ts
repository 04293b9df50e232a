import type { Role } from '~/safeguards/vocabulary'

const homes: Partial<Record<Role, string>> = {
  'civil-servant': '/desk',
  oversight: '/oversight',
  administrator: '/admin',
}

/** Where somebody begins after signing in, when they did not come for a certain page. */
export const homeOf = (role: Role): string => homes[role] ?? '/'
