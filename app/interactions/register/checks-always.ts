import type { Facts } from '~/safeguards/check'
import { checks } from '~/safeguards/checks'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { activityOf } from '~/safeguards/lawfulness/processing-activities'

/** The checks that run whoever of its roles does this, and whatever they type. Others run when there is something to check. */
export function checksAlways(declared: AnyInteraction): string[] {
  if (declared.effect === 'public-read') return []
  return checks
    .filter((check) => declared.roles.every((role) => check.appliesTo(bareFacts(declared, role))))
    .map(({ id }) => id)
}

function bareFacts(
  { name, touches, legalBasis, purpose, mandate }: AnyInteraction,
  role: Facts['actor']['role'],
): Facts {
  return {
    interaction: name,
    touches,
    legalBasis,
    now: new Date(0),
    actor: { id: null, role },
    activity: activityOf(purpose),
    ...(mandate && role === 'civil-servant' && { mandate: { act: mandate, category: null, area: null, held: [] } }),
  }
}
