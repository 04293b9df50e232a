import { SignInNeeded } from '~/platform/problems'
import type { Actor } from '~/safeguards/interaction.server'

/** The person who is signed in. Somebody without a session has no "own", so they are asked to sign in first. */
export function ownId(actor: Actor): string {
  if (actor.id === null) throw new SignInNeeded()
  return actor.id
}
