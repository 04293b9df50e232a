import { defineCheck } from '../check'
import { legalBases } from '../vocabulary'

/**
 * L02. The act rests on the legal basis that the register gives for its activity; where that is consent, the person has
 * given it and has not taken it back. Withdrawing consent itself must stay possible, so an act that ends a consent states
 * the consent it ends as `given`.
 */
export const legalBasis = defineCheck({
  id: 'L02',
  version: 1,
  name: 'check.L02.name',
  value: 'lawfulness',
  when: 'before every recorded act',
  source: 'GDPR 6; DPV 2.2 legal basis codes',
  appliesTo: () => true,
  run({ legalBasis, activity, consent }) {
    if (!legalBases.includes(legalBasis)) return { outcome: 'block', explanation: 'check.L02.none' }
    const values = { basis: legalBasis }
    if (activity?.legalBasis !== legalBasis)
      return { outcome: 'block', explanation: 'check.L02.not-in-register', values }
    if (legalBasis !== 'A6-1-a-consent') return { outcome: 'pass', explanation: 'check.L02.in-register', values }
    if (consent === 'given') return { outcome: 'pass', explanation: 'check.L02.consent-given', values }
    if (consent === 'withdrawn') return { outcome: 'block', explanation: 'check.L02.consent-withdrawn', values }
    return { outcome: 'block', explanation: 'check.L02.consent-missing', values }
  },
})
