import { SignInNeeded } from '~/platform/problems'

/** Who acts on a case. The door lets nobody through without an account; a case without a name behind an act would be worthless. */
export function actorId({ id }: { id: string | null }): string {
  if (id === null) throw new SignInNeeded()
  return id
}
