import { defineCheck } from '../check'
import { isDecision } from '../lawfulness/reasoned-decision.check'

/**
 * I01. Nobody decides about their own case, and nobody judges their own act. A civil servant who reported the issue or declared an interest leaves it to a
 * colleague, or somebody else waives it first. Living in the same area is only shown: a neighbourhood is thousands of people.
 */
export const conflictOfInterest = defineCheck({
  id: 'I01',
  version: 2,
  name: 'check.I01.name',
  value: 'integrity',
  when: 'assign, decide, judge a finding',
  source: 'Awb 2:4',
  appliesTo: (facts) => facts.interests !== undefined || isDecision(facts),
  run({ interests, actor }) {
    if (!interests) return { outcome: 'block', explanation: 'check.I01.unknown' }
    const { reportedThisIssue, declared, livesInArea, waivedBy, isAboutOneself } = interests
    if (isAboutOneself) return { outcome: 'block', explanation: 'check.I01.about-oneself' }
    if (reportedThisIssue || declared) {
      if (waivedBy && waivedBy === actor.id) return { outcome: 'block', explanation: 'check.I01.own-waiver' }
      if (waivedBy) return { outcome: 'warn', explanation: 'check.I01.waived' }
      return { outcome: 'block', explanation: reportedThisIssue ? 'check.I01.own-report' : 'check.I01.declared' }
    }
    if (livesInArea) return { outcome: 'warn', explanation: 'check.I01.lives-in-area' }
    return { outcome: 'pass', explanation: 'check.I01.none-known' }
  },
})
