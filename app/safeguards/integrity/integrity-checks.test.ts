import { describe, expect, test } from 'vitest'
import type { Facts, Mandate } from '../check'
import { factsOfDecision, factsOfReport, verdict } from '../check.fixture'
import { accessPurpose } from './access-purpose.check'
import { conflictOfInterest } from './conflict-of-interest.check'
import { fourEyes } from './four-eyes.check'
import { mandate } from './mandate.check'

type Row = [what: string, changed: Partial<Facts>, expected: string]

describe('I01: nobody decides about their own case', () => {
  const none = { reportedThisIssue: false, livesInArea: false, declared: false, waivedBy: null }
  const but = (changed: Partial<NonNullable<Facts['interests']>>) => ({ interests: { ...none, ...changed } })
  test.each<Row>([
    ['no interest known', {}, 'pass none-known'],
    ['nobody looked', { interests: undefined }, 'block unknown'],
    ['reported it themselves', but({ reportedThisIssue: true }), 'block own-report'],
    ['declared an interest', but({ declared: true }), 'block declared'],
    ['waived by a colleague', but({ declared: true, waivedBy: 'p-2' }), 'warn waived'],
    ['waived by themselves', but({ declared: true, waivedBy: 'p-1' }), 'block own-waiver'],
    ['own report, waived by a colleague', but({ reportedThisIssue: true, waivedBy: 'p-2' }), 'warn waived'],
    ['lives in the area', but({ livesInArea: true }), 'warn lives-in-area'],
    ['judges their own act', but({ isAboutOneself: true }), 'block about-oneself'],
    ['their own act, waived by a colleague', but({ isAboutOneself: true, waivedBy: 'p-2' }), 'block about-oneself'],
    ['lives in the area and declared it', but({ livesInArea: true, declared: true }), 'block declared'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(conflictOfInterest, factsOfDecision(changed))).toBe(expected)
  })

  test('a report is not a decision', () => {
    expect(verdict(conflictOfInterest, factsOfReport())).toBe('-')
  })
})

describe('I02: a second person approves', () => {
  const two = { authorId: 'p-2', approverId: 'p-1', approverOpenedLastVersion: true }
  test.each<Row>([
    ['an act that needs one person', {}, '-'],
    ['two people', { fourEyes: two }, 'pass two-people'],
    ['the same person twice', { fourEyes: { ...two, authorId: 'p-1' } }, 'block same-person'],
    ['somebody else’s name as approver', { fourEyes: { ...two, approverId: 'p-3' } }, 'block not-the-approver'],
    ['the last version was not opened', { fourEyes: { ...two, approverOpenedLastVersion: false } }, 'block not-opened'],
    ['no author', { fourEyes: { ...two, authorId: '' } }, 'block unknown'],
    ['no approver', { fourEyes: { ...two, approverId: '' } }, 'block unknown'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(fourEyes, factsOfDecision(changed))).toBe(expected)
  })
})

describe('I03: personal data stay closed without a relation to the case', () => {
  const staff = { actor: { id: 'p-1', role: 'civil-servant' as const } }
  const glass = { category: 'danger', reason: 'Gas leak, we must warn the reporter now' }
  test.each<Row>([
    ['a resident', {}, '-'],
    ['staff, and nobody’s contact details', { ...staff, touches: { issue: ['status'] } }, '-'],
    ['staff write down what a caller says', { ...staff, collectsFromPerson: true }, '-'],
    ['nobody looked at the relation', staff, 'block unknown'],
    ['an administrator without a relation', { actor: { id: 'p-9', role: 'administrator' } }, 'block unknown'],
    ['assigned', { ...staff, access: { relation: 'assigned' } }, 'pass assigned'],
    ['same mandate', { ...staff, access: { relation: 'same-mandate' } }, 'pass same-mandate'],
    ['own department', { ...staff, access: { relation: 'own-department' } }, 'block name-purpose'],
    [
      'own department with a purpose',
      { ...staff, access: { relation: 'own-department' }, purposeOfUse: 'answer-resident' },
      'pass own-department',
    ],
    ['no relation', { ...staff, access: { relation: 'none' } }, 'block no-relation'],
    [
      'no relation, and a purpose does not help',
      { ...staff, access: { relation: 'none' }, purposeOfUse: 'answer-resident' },
      'block no-relation',
    ],
    ['glass broken', { ...staff, access: { relation: 'none', breakGlass: glass } }, 'warn glass-broken'],
    [
      'glass without a category',
      { ...staff, access: { relation: 'none', breakGlass: { ...glass, category: 'fun' } } },
      'block glass-category-missing',
    ],
    [
      'glass without a reason',
      { ...staff, access: { relation: 'none', breakGlass: { ...glass, reason: '' } } },
      'block glass-reason-missing',
    ],
    [
      'glass with four words',
      { ...staff, access: { relation: 'none', breakGlass: { ...glass, reason: 'have to see it' } } },
      'block glass-reason-missing',
    ],
    ['a relation that nobody knows', { ...staff, access: { relation: 'friend' as never } }, 'block no-relation'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(accessPurpose, factsOfReport(changed))).toBe(expected)
  })
})

describe('L13: an act needs a fitting mandate, and the refusal says which is missing', () => {
  const held: Mandate = {
    id: 7,
    acts: ['read-cases', 'decide'],
    categories: ['street-light'],
    areas: ['roxbury'],
    validFrom: new Date('2026-01-01T00:00:00Z'),
    validUntil: new Date('2027-01-01T00:00:00Z'),
  }
  const all: Mandate = { ...held, categories: [], areas: [] }
  const wants = (changed: Partial<NonNullable<Facts['mandate']>>): Partial<Facts> => ({
    mandate: { act: 'decide', category: 'street-light', area: 'roxbury', held: [held], ...changed },
  })
  test.each<Row>([
    ['needs none', { mandate: undefined }, '-'],
    ['fits', wants({}), 'pass held'],
    ['no mandate at all', wants({ held: [] }), 'block not-held'],
    ['a mandate for other acts', wants({ act: 'moderate' }), 'block not-held'],
    ['another category', wants({ category: 'trees' }), 'block other-category'],
    ['another area', wants({ area: 'back-bay' }), 'block other-area'],
    ['an empty list means all', wants({ category: 'trees', area: 'back-bay', held: [all] }), 'pass held'],
    ['one of two fits', wants({ area: 'back-bay', held: [held, all] }), 'pass held'],
    [
      'two halves do not make one',
      wants({
        area: 'back-bay',
        category: 'trees',
        held: [
          { ...held, areas: [] },
          { ...held, categories: [] },
        ],
      }),
      'block other-area',
    ],
    ['the first moment', { ...wants({}), now: new Date('2026-01-01T00:00:00Z') }, 'pass held'],
    ['before it begins', { ...wants({}), now: new Date('2025-12-31T23:59:59Z') }, 'block not-yet'],
    ['the moment it ends', { ...wants({}), now: new Date('2027-01-01T00:00:00Z') }, 'block ended'],
    ['nobody knows what time it is', { ...wants({}), now: new Date(Number.NaN) }, 'block not-yet'],
    [
      'opening the queue: about no category or area',
      wants({ act: 'read-cases', category: null, area: null }),
      'pass held',
    ],
    ['deciding about an issue without an area', wants({ area: null }), 'block other-area'],
    ['deciding about an issue without an area, mandate for all', wants({ area: null, held: [all] }), 'pass held'],
    ['deciding without saying about what', wants({ category: null }), 'block other-category'],
  ])('%s', (_, changed, expected) => {
    expect(verdict(mandate, factsOfDecision(changed))).toBe(expected)
  })

  test('the refusal names act, category and area', () => {
    const facts = factsOfDecision(wants({ category: 'trees', area: 'back-bay' }))
    expect(mandate.run(facts).values).toEqual({ act: 'decide', category: 'trees', area: 'back-bay' })
  })
})
