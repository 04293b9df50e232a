import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import ar from '~/words/ar/activity.json'
import en from '~/words/en/activity.json'
import es from '~/words/es/activity.json'
import nl from '~/words/nl/activity.json'
import { legalBases } from '../vocabulary'
import { activityOf, noticeOf, processingActivities } from './processing-activities'

test('the register has each activity once, with all that article 30 asks', () => {
  expect(processingActivities.map(({ id }) => id)).toEqual([
    'maintain-public-space',
    'keep-people-informed',
    'resident-accounts',
    'staff-accounts',
    'deliver-letters',
    'oversight',
    'security-of-the-platform',
    'imported-history',
    'demo',
  ])
  for (const activity of processingActivities) {
    expect(legalBases).toContain(activity.legalBasis)
    expect(activity.version).toBeGreaterThanOrEqual(1)
    for (const list of [
      activity.purposesOfUse,
      activity.dataSubjects,
      activity.personalData,
      activity.recipients,
      activity.measures,
    ]) {
      expect(list.length).toBeGreaterThan(0)
    }
    for (const { retention } of activity.personalData) expect(retention).toMatch(/^P\d+[DMY]$/)
  }
})

test('following by mail rests on consent, and nothing else does', () => {
  expect(processingActivities.filter(({ legalBasis }) => legalBasis === 'A6-1-a-consent').map(({ id }) => id)).toEqual([
    'keep-people-informed',
  ])
})

test('an unknown activity is nothing, not an empty one', () => {
  expect(activityOf('sell-data')).toBeUndefined()
  expect(activityOf('constructor')).toBeUndefined()
})

test('the register cannot be changed while the platform runs', () => {
  expect(Object.isFrozen(processingActivities)).toBe(true)
  expect(processingActivities.every(Object.isFrozen)).toBe(true)
})

describe('every word of the register is there in four languages, and no word is left over', () => {
  const words: Record<string, Record<string, string>> = { en, nl, es, ar }
  const used = new Set(legalBases.map((basis) => `activity.ground.${basis}`))
  const headings = [
    'who',
    'why',
    'ground',
    'seen-by',
    'kept',
    'rights',
    'complain',
    'purpose',
    'subjects',
    'categories',
    'recipients',
    'measures',
    'uses',
    'version',
  ]
  for (const heading of headings) used.add(`activity.heading.${heading}`)
  for (const activity of processingActivities) {
    used.add(activity.name).add(activity.purpose)
    for (const { words: key } of noticeOf(activity)) used.add(key)
    for (const subject of activity.dataSubjects) used.add(`activity.subject.${subject}`)
    for (const { category } of activity.personalData) used.add(`activity.category.${category}`)
    for (const recipient of activity.recipients) used.add(`activity.recipient.${recipient}`)
    for (const measure of activity.measures) used.add(`activity.measure.${measure}`)
    for (const use of [...activity.purposesOfUse, ...(activity.compatiblePurposes ?? [])])
      used.add(`activity.use.${use}`)
  }

  test.each(['en', 'nl', 'es', 'ar'])('%s', (language) => {
    const messages = words[language] ?? {}
    expect(Object.keys(messages).sort()).toEqual([...used].sort())
    const errors: unknown[] = []
    const intl = createIntl({ locale: language, messages, onError: (error) => errors.push(error) })
    for (const id of Object.keys(messages))
      expect(intl.formatMessage({ id }, { town: 'Meent' }).trim()).not.toMatch(/^$|[{}]/)
    expect(errors).toEqual([])
  })

  test('a notice fits the moment of reporting: seven parts, under 1,200 letters', () => {
    for (const language of Object.keys(words)) {
      for (const activity of processingActivities) {
        const notice = noticeOf(activity).map(({ words: key }) => words[language]?.[key] ?? '')
        expect(notice.length).toBe(7)
        expect(notice.join(' ').length).toBeLessThan(1_200)
      }
    }
  })
})
