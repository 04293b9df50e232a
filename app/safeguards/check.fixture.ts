import type { Facts } from './check'
import { activityOf } from './lawfulness/processing-activities'

/** For tests: a resident reports an issue, and everything is as it should be. Each test changes the one fact it is about. */
export const factsOfReport = (changed: Partial<Facts> = {}): Facts => ({
  interaction: 'issue.report',
  touches: { report: ['description'], contact: ['mail'] },
  legalBasis: 'A6-1-e-public-interest',
  now: new Date('2026-03-02T10:00:00Z'),
  actor: { id: null, role: 'resident' },
  activity: activityOf('maintain-public-space'),
  ...changed,
})

/** For tests: a civil servant closes a case with a decision, and everything is as it should be. */
export const factsOfDecision = (changed: Partial<Facts> = {}): Facts =>
  factsOfReport({
    interaction: 'case.close',
    touches: { decision: ['reasons'], issue: ['status'] },
    actor: { id: 'p-1', role: 'civil-servant' },
    decision: {
      facts: 'The lamp at this corner was dark on 1 March.',
      ground: 'Street lighting policy 2025',
      reasons: 'We replaced the lamp on 2 March.',
      redress: { body: 'Complaints office', termDays: 42, address: 'Town Hall, 1 Main Street' },
    },
    record: { trouble: null },
    interests: { reportedThisIssue: false, livesInArea: false, declared: false, waivedBy: null },
    mandate: {
      act: 'decide',
      category: 'street-light',
      area: 'roxbury',
      held: [
        {
          id: 7,
          acts: ['read-cases', 'decide'],
          categories: ['street-light'],
          areas: ['roxbury'],
          validFrom: new Date('2026-01-01T00:00:00Z'),
          validUntil: new Date('2027-01-01T00:00:00Z'),
        },
      ],
    },
    ...changed,
  })

/** What a check says about these facts, in one line: `block unknown`, or `-` when it does not apply. */
export function verdict(
  check: {
    id: string
    appliesTo: (facts: Facts) => boolean
    run: (facts: Facts) => { outcome: string; explanation: string }
  },
  facts: Facts,
): string {
  if (!check.appliesTo(facts)) return '-'
  const { outcome, explanation } = check.run(facts)
  return `${outcome} ${explanation.replace(`check.${check.id}.`, '')}`
}
