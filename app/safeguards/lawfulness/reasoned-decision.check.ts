import { type CheckAnswer, defineCheck, type Facts } from '../check'

/**
 * L08. A decision says what was found, on what ground, why, and what to do if you do not agree. The check sees that each
 * part is there; whether the reasons are good is for people.
 */
export const reasonedDecision = defineCheck({
  id: 'L08',
  version: 1,
  name: 'check.L08.name',
  value: 'lawfulness',
  when: 'a decision is recorded',
  source: 'Awb 3:45-3:48',
  appliesTo: isDecision,
  run({ decision }): CheckAnswer {
    if (!decision) return { outcome: 'block', explanation: 'check.L08.decision-missing' }
    const { facts, ground, reasons, redress } = decision
    if (words(facts) < 1) return { outcome: 'block', explanation: 'check.L08.facts-missing' }
    if (words(ground) < 1) return { outcome: 'block', explanation: 'check.L08.ground-missing' }
    if (words(reasons) < 1) return { outcome: 'block', explanation: 'check.L08.reasons-missing' }
    if (words(reasons) < fewestWordsOfReasons) {
      return { outcome: 'block', explanation: 'check.L08.reasons-too-short', values: { words: fewestWordsOfReasons } }
    }
    if (!redress || words(redress.body) < 1 || words(redress.address) < 1) {
      return { outcome: 'block', explanation: 'check.L08.redress-missing' }
    }
    if (!Number.isInteger(redress.termDays) || redress.termDays < 1) {
      return { outcome: 'block', explanation: 'check.L08.term-missing' }
    }
    return { outcome: 'pass', explanation: 'check.L08.complete', values: { days: redress.termDays } }
  },
})

/** An act that records a decision: it brought one, or it is declared to write one under a mandate to decide. */
export function isDecision({ decision, mandate, touches }: Facts): boolean {
  return decision !== undefined || (mandate?.act === 'decide' && touches.decision !== undefined)
}

// "Done." tells nobody why. Three words is a floor that any true reason passes.
const fewestWordsOfReasons = 3

const words = (text: string | undefined) => (text?.match(/\p{L}{2,}/gu) ?? []).length
