import { defineCheck } from '../check'
import { staffRoles } from '../vocabulary'
import { isBreakGlassCategory, isBreakGlassReason } from './break-glass'

/**
 * I03. A civil servant opens somebody's personal data only with a relation to the case. The department alone is not enough:
 * then the purpose must be named too. Breaking the glass is possible, with a category and a reason, and is always reviewed.
 */
export const accessPurpose = defineCheck({
  id: 'I03',
  version: 1,
  name: 'check.I03.name',
  value: 'integrity',
  when: 'staff open personal data of somebody else',
  source: 'NEN 7513',
  // Writing down what somebody says at the desk is not opening a record; everything else that touches a person is.
  appliesTo: ({ access, actor, touches, collectsFromPerson }) =>
    access !== undefined ||
    (staffRoles.includes(actor.role) &&
      !collectsFromPerson &&
      (touches.contact !== undefined || touches.resident !== undefined)),
  run({ access, purposeOfUse }) {
    if (!access) return { outcome: 'block', explanation: 'check.I03.unknown' }
    const { relation, breakGlass } = access
    if (relation === 'assigned') return { outcome: 'pass', explanation: 'check.I03.assigned' }
    if (relation === 'same-mandate') return { outcome: 'pass', explanation: 'check.I03.same-mandate' }
    if (relation === 'own-department' && purposeOfUse)
      return { outcome: 'pass', explanation: 'check.I03.own-department' }
    if (!breakGlass) {
      return {
        outcome: 'block',
        explanation: relation === 'own-department' ? 'check.I03.name-purpose' : 'check.I03.no-relation',
      }
    }
    if (!isBreakGlassCategory(breakGlass.category))
      return { outcome: 'block', explanation: 'check.I03.glass-category-missing' }
    if (!isBreakGlassReason(breakGlass.reason))
      return { outcome: 'block', explanation: 'check.I03.glass-reason-missing' }
    return { outcome: 'warn', explanation: 'check.I03.glass-broken', values: { category: breakGlass.category } }
  },
})
