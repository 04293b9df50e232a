import { defineCheck } from '../check'
import { isPersonal } from '../vocabulary'

/**
 * L03. Whoever works for the town uses personal data only for a purpose that the register names for this activity. A
 * purpose that the register calls compatible is allowed with a reason, and is shown to oversight.
 */
export const purposeLimitation = defineCheck({
  id: 'L03',
  version: 1,
  name: 'check.L03.name',
  value: 'lawfulness',
  when: 'staff read, export, reuse',
  source: 'GDPR 5(1)(b)',
  appliesTo: ({ actor, touches, access, purposeOfUse }) =>
    access !== undefined ||
    purposeOfUse !== undefined ||
    (actor.role !== 'resident' && Object.keys(touches).some(isPersonal)),
  run({ activity, purposeOfUse, purposeReason }) {
    // No purpose named means the first one of the activity: that is what the act was declared for.
    const purpose = purposeOfUse ?? activity?.purposesOfUse[0]
    if (!activity || !purpose) return { outcome: 'block', explanation: 'check.L03.no-purpose' }
    const values = { purpose, activity: activity.id }
    if (activity.purposesOfUse.includes(purpose)) return { outcome: 'pass', explanation: 'check.L03.fits', values }
    if (!activity.compatiblePurposes?.includes(purpose))
      return { outcome: 'block', explanation: 'check.L03.other-purpose', values }
    if (!isReason(purposeReason)) return { outcome: 'block', explanation: 'check.L03.reason-missing', values }
    return { outcome: 'warn', explanation: 'check.L03.compatible', values }
  },
})

// Three words of letters: less is not a reason that somebody else can judge later.
const isReason = (text: string | undefined) => (text?.match(/\p{L}{2,}/gu) ?? []).length >= 3
