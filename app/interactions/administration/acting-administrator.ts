import { SignInNeeded } from '~/platform/problems'
import type { Actor } from '~/safeguards/interaction.server'

/** The administrator who acts. Nobody is one without having signed in. */
export function administratorId({ id }: Actor): string {
  if (id === null) throw new SignInNeeded()
  return id
}
