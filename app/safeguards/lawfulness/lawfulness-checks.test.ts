import { describe, expect, test } from 'vitest'
import type { Facts } from '../check'
import { factsOfDecision, factsOfReport, verdict } from '../check.fixture'
import type { LegalBasis } from '../vocabulary'
import { informationNotice } from './information-notice.check'
import { legalBasis } from './legal-basis.check'
import { activityOf } from './processing-activities'
import { processingActivity } from './processing-activity.check'
import { purposeLimitation } from './purpose-limitation.check'
import { reasonedDecision } from './reasoned-decision.check'
import { specialCategory } from './special-category.check'

type Row = [what: string, changed: Partial<Facts>, expected: string]
const activity = activityOf('maintain-public-space')
if (!activity) throw new Error('The fixture needs this activity.')
const consentActivity = activityOf('keep-people-informed')
const lasting = { ...activity, validFrom: new Date('2026-01-01T00:00:00Z') }
const ending = { ...lasting, validUntil: new Date('2026-03-02T10:00:00Z') }

describe('L01: no act without a valid entry in the register', () => {
  test.each<Row>([
    ['the entry is valid', {}, 'pass valid'],
    ['the register has no such entry', { activity: undefined }, 'block unknown'],
    ['an act that touches nobody needs an entry too', { activity: undefined, touches: {} }, 'block unknown'],
    ['one millisecond too early', { activity: lasting, now: new Date('2025-12-31T23:59:59.999Z') }, 'block not-yet'],
    ['the first moment', { activity: lasting, now: new Date('2026-01-01T00:00:00Z') }, 'pass valid'],
    ['the last moment', { activity: ending, now: new Date('2026-03-02T09:59:59.999Z') }, 'pass valid'],
    ['the moment it has ended', { activity: ending }, 'block ended'],
    ['nobody knows what time it is', { now: new Date(Number.NaN) }, 'block not-yet'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(processingActivity, factsOfReport(changed))).toBe(expected)
  })
})

describe('L02: the legal ground is the one in the register, and consent is given', () => {
  const consent = { legalBasis: 'A6-1-a-consent' as const, activity: consentActivity }
  test.each<Row>([
    ['the ground of the register', {}, 'pass in-register'],
    ['no ground', { legalBasis: '' as LegalBasis }, 'block none'],
    ['a ground that does not exist', { legalBasis: 'A6-1-z' as LegalBasis }, 'block none'],
    ['another ground than the register says', { legalBasis: 'A6-1-c-legal-obligation' }, 'block not-in-register'],
    [
      'consent where the register says public task',
      { legalBasis: 'A6-1-a-consent', consent: 'given' },
      'block not-in-register',
    ],
    ['no activity', { activity: undefined }, 'block not-in-register'],
    ['consent given', { ...consent, consent: 'given' }, 'pass consent-given'],
    ['consent taken back', { ...consent, consent: 'withdrawn' }, 'block consent-withdrawn'],
    ['consent never asked', { ...consent, consent: 'none' }, 'block consent-missing'],
    ['nobody looked whether there is consent', consent, 'block consent-missing'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(legalBasis, factsOfReport(changed))).toBe(expected)
  })
})

describe('L03: staff use personal data only for a purpose in the register', () => {
  const staff = { actor: { id: 'p-1', role: 'civil-servant' as const } }
  test.each<Row>([
    ['a resident and their own report', {}, '-'],
    ['staff and nobody’s data', { ...staff, touches: { issue: ['status'] } }, '-'],
    ['staff without a named purpose act for the first one', staff, 'pass fits'],
    ['a purpose in the register', { ...staff, purposeOfUse: 'answer-resident' }, 'pass fits'],
    ['a purpose of another activity', { ...staff, purposeOfUse: 'manage-staff' }, 'block other-purpose'],
    [
      'a purpose that nobody knows',
      { ...staff, purposeOfUse: 'curiosity', purposeReason: 'I just want to know' },
      'block other-purpose',
    ],
    ['an empty purpose', { ...staff, purposeOfUse: '' }, 'block no-purpose'],
    [
      'statistics with a reason',
      { ...staff, purposeOfUse: 'statistics', purposeReason: 'Yearly report to the council' },
      'warn compatible',
    ],
    ['statistics without a reason', { ...staff, purposeOfUse: 'statistics' }, 'block reason-missing'],
    [
      'statistics with half a reason',
      { ...staff, purposeOfUse: 'statistics', purposeReason: 'x y z because' },
      'block reason-missing',
    ],
    ['no activity', { ...staff, activity: undefined }, 'block no-purpose'],
    ['an activity without purposes', { ...staff, activity: { ...activity, purposesOfUse: [] } }, 'block no-purpose'],
    ['the platform’s own jobs', { actor: { id: null, role: 'system' } }, 'pass fits'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(purposeLimitation, factsOfReport(changed))).toBe(expected)
  })
})

describe('L04: words about a person are pointed out and never stop a resident', () => {
  test.each<Row>([
    ['no free text', {}, '-'],
    [
      'a plain text',
      { freeText: { description: 'The lamp is out at the disabled parking space' } },
      'pass nothing-found',
    ],
    ['empty text', { freeText: { description: '' } }, 'pass nothing-found'],
    ['a neighbour’s illness', { freeText: { description: 'My neighbour at 12 has HIV' } }, 'warn found'],
    [
      'kept after the warning',
      { freeText: { description: 'My neighbour at 12 has HIV' }, keptSensitiveText: true },
      'warn kept',
    ],
    [
      'kept, but there was nothing',
      { freeText: { description: 'Broken bench' }, keptSensitiveText: true },
      'pass nothing-found',
    ],
    ['in the second field', { freeText: { title: 'Noise', description: 'Call 617-555-0134' } }, 'warn found'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(specialCategory, factsOfReport(changed))).toBe(expected)
  })

  test('the answer says how many places, and nothing of what stands there', () => {
    const freeText = { description: 'Mrs. Jones, 617-555-0134, has cancer' }
    expect(specialCategory.run(factsOfReport({ freeText }))).toEqual({
      outcome: 'warn',
      explanation: 'check.L04.found',
      values: { count: 3 },
    })
  })
})

describe('L05: a person reads the notice before giving data', () => {
  const asks = { collectsFromPerson: true }
  const { notice, ...withoutNotice } = activity
  const onlyEnglish = { ...activity, notice: { version: '1', languages: ['en' as const] } }
  test.each<Row>([
    ['nothing is asked', {}, '-'],
    [
      'the notice was shown',
      { ...asks, noticeShown: { version: notice?.version ?? '', language: 'ar' } },
      'pass shown',
    ],
    ['no notice was shown', asks, 'block not-shown'],
    [
      'the activity has no notice',
      { ...asks, activity: withoutNotice, noticeShown: { version: '1', language: 'en' } },
      'block no-notice',
    ],
    ['no activity', { ...asks, activity: undefined }, 'block no-notice'],
    ['an older notice was shown', { ...asks, noticeShown: { version: '0', language: 'en' } }, 'block outdated'],
    [
      'not in this language',
      { ...asks, activity: onlyEnglish, noticeShown: { version: '1', language: 'es' } },
      'warn language-missing',
    ],
  ])('%s', (_, changed, expected) => {
    expect(verdict(informationNotice, factsOfReport(changed))).toBe(expected)
  })
})

describe('L08: a decision has facts, ground, reasons and redress', () => {
  const { decision } = factsOfDecision()
  if (!decision) throw new Error('The fixture needs a decision.')
  const { redress } = decision
  const but = (changed: Partial<typeof decision>) => ({ decision: { ...decision, ...changed } })
  test.each<Row>([
    ['a full decision', {}, 'pass complete'],
    [
      'a full decision in Arabic',
      but({ facts: 'المصباح معطل', ground: 'سياسة الإنارة', reasons: 'استبدلنا المصباح أمس' }),
      'pass complete',
    ],
    ['no decision was handed in', { decision: undefined }, 'block decision-missing'],
    ['no facts', but({ facts: '  \n' }), 'block facts-missing'],
    ['a dash for facts', but({ facts: '-' }), 'block facts-missing'],
    ['no ground', but({ ground: '' }), 'block ground-missing'],
    ['no reasons', but({ reasons: '...' }), 'block reasons-missing'],
    ['one word of reasons', but({ reasons: 'Done.' }), 'block reasons-too-short'],
    ['no office', but({ redress: { ...redress, body: '' } }), 'block redress-missing'],
    ['no address', but({ redress: { ...redress, address: ' ' } }), 'block redress-missing'],
    ['no redress at all', but({ redress: undefined as never }), 'block redress-missing'],
    ['no days', but({ redress: { ...redress, termDays: 0 } }), 'block term-missing'],
    ['half a day', but({ redress: { ...redress, termDays: 1.5 } }), 'block term-missing'],
    ['not a number of days', but({ redress: { ...redress, termDays: Number.NaN } }), 'block term-missing'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(reasonedDecision, factsOfDecision(changed))).toBe(expected)
  })

  test('a report is not a decision, and neither is a look at one', () => {
    expect(verdict(reasonedDecision, factsOfReport())).toBe('-')
    const mandate = { act: 'read-cases' as const, category: null, area: null, held: [] }
    expect(verdict(reasonedDecision, factsOfDecision({ decision: undefined, mandate }))).toBe('-')
  })
})
