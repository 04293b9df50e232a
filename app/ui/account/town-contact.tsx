import { useTown } from '../town'

/** Where a resident can write about their data, as the town has set it; null when it set nothing. */
export function useTownContact(): string | null {
  const { contact } = useTown()
  return contact.email || contact.phone || contact.address || null
}
