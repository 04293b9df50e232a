import type { Check, CheckAnswer, CheckResult, Facts, Outcome } from './check'
import { accessPurpose } from './integrity/access-purpose.check'
import { conflictOfInterest } from './integrity/conflict-of-interest.check'
import { fourEyes } from './integrity/four-eyes.check'
import { logIntegrity } from './integrity/log-integrity.check'
import { mandate } from './integrity/mandate.check'
import { informationNotice } from './lawfulness/information-notice.check'
import { legalBasis } from './lawfulness/legal-basis.check'
import { processingActivity } from './lawfulness/processing-activity.check'
import { purposeLimitation } from './lawfulness/purpose-limitation.check'
import { reasonedDecision } from './lawfulness/reasoned-decision.check'
import { specialCategory } from './lawfulness/special-category.check'

/** Every check that is live, in the order in which a person would want to hear about it: competence first, wording last. */
export const checks: readonly Check[] = Object.freeze([
  processingActivity,
  legalBasis,
  mandate,
  conflictOfInterest,
  fourEyes,
  logIntegrity,
  accessPurpose,
  purposeLimitation,
  informationNotice,
  reasonedDecision,
  specialCategory,
])

/** Runs every check that applies to this act. A check that breaks is a refusal: in doubt, no. */
export function runChecks(facts: Facts, all: readonly Check[] = checks): CheckResult[] {
  return all.flatMap((check) => {
    const { id, version } = check
    try {
      if (!check.appliesTo(facts)) return []
      return [{ id, version, ...understood(check.run(facts)) }]
    } catch {
      // Nothing of the error goes into the record: its message may carry what somebody typed.
      return [{ id, version, outcome: 'block' as const, explanation: 'check.broken' }]
    }
  })
}

const worstFirst: readonly Outcome[] = ['block', 'warn', 'insufficient_data', 'pass', 'not_applicable']

/** The one word that stands for all results of an act. No result at all is `not_applicable`. */
export function worstOf(results: readonly Pick<CheckResult, 'outcome'>[]): Outcome {
  return worstFirst.find((outcome) => results.some((result) => result.outcome === outcome)) ?? 'not_applicable'
}

// An answer that is none of the known outcomes could slip through the door as "not a block".
function understood(answer: CheckAnswer): CheckAnswer {
  if (!worstFirst.includes(answer.outcome) || !answer.explanation) throw new Error('A check gave no answer.')
  return answer
}
