import type { CaseRelation } from '~/safeguards/check'
import { mandateCovering } from '~/safeguards/integrity/mandate.check'
import type { Actor } from '~/safeguards/interaction.server'
import type { CaseInHand } from './case-in-hand.server'

type Looked = Pick<CaseInHand, 'assigneeId' | 'categoryKey' | 'areaKey' | 'department'>

/**
 * What a civil servant has to do with a case (I03). Having the case counts as long as a mandate to answer it stands; the
 * mandate to open contact details counts for the kinds and neighbourhoods it names; the department alone needs a purpose.
 */
export function relationOf(
  actor: Pick<Actor, 'id' | 'mandates' | 'department'>,
  opened: Looked,
  now: Date,
): CaseRelation {
  const where = { category: opened.categoryKey, area: opened.areaKey, now }
  const mayAnswer = mandateCovering(actor.mandates, { act: 'answer', ...where }) !== undefined
  if (actor.id !== null && opened.assigneeId === actor.id && mayAnswer) return 'assigned'
  if (mandateCovering(actor.mandates, { act: 'open-contact', ...where })) return 'same-mandate'
  // A department without a name is nobody's.
  if (opened.department !== '' && actor.department === opened.department && actor.mandates.length > 0)
    return 'own-department'
  return 'none'
}
