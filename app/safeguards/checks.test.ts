import { readdirSync, readFileSync } from 'node:fs'
import { createIntl } from 'react-intl'
import { describe, expect, test } from 'vitest'
import ar from '~/words/ar/check.json'
import en from '~/words/en/check.json'
import es from '~/words/es/check.json'
import nl from '~/words/nl/check.json'
import { type Check, defineCheck } from './check'
import { factsOfDecision, factsOfReport } from './check.fixture'
import { checks, runChecks, worstOf } from './checks'
import { breakGlassCategories } from './integrity/break-glass'
import { mandateActs } from './vocabulary'

const stub = (changed: Partial<Check>): Check =>
  defineCheck({
    id: 'L99',
    version: 3,
    name: 'stub',
    value: 'lawfulness',
    when: 'always',
    source: 'a test',
    appliesTo: () => true,
    run: () => ({ outcome: 'pass', explanation: 'fine' }),
    ...changed,
  })

test('every check of the list is live, once', () => {
  expect(checks.map(({ id }) => id)).toEqual([
    'L01',
    'L02',
    'L13',
    'I01',
    'I02',
    'I05',
    'I03',
    'L03',
    'L05',
    'L08',
    'L04',
  ])
})

test('a resident’s report passes, and the record names the checks that looked', () => {
  const noticeShown = { version: '1', language: 'nl' as const }
  const facts = factsOfReport({ collectsFromPerson: true, noticeShown, freeText: { description: 'Losse tegel' } })
  expect(runChecks(facts).map(({ id, version, outcome }) => `${id}.${version} ${outcome}`)).toEqual([
    'L01.1 pass',
    'L02.1 pass',
    'L05.1 pass',
    'L04.1 pass',
  ])
})

test('a decision passes with mandate, ground and reasons', () => {
  expect(runChecks(factsOfDecision()).map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    'L01 pass',
    'L02 pass',
    'L13 pass',
    'I01 pass',
    'I05 pass',
    'L08 pass',
  ])
})

describe('in doubt, no', () => {
  const broken = { id: 'L99', version: 3, outcome: 'block', explanation: 'check.broken' }
  test.each<[string, Partial<Check>]>([
    [
      'a check that throws',
      {
        run: () => {
          throw new Error('Mrs. Jones, 617-555-0134')
        },
      },
    ],
    [
      'a check that throws before it runs',
      {
        appliesTo: () => {
          throw new Error('no')
        },
      },
    ],
    ['a check that answers nothing', { run: () => undefined as never }],
    ['a check with an outcome that nobody knows', { run: () => ({ outcome: 'maybe' as never, explanation: 'x' }) }],
    ['a check without an explanation', { run: () => ({ outcome: 'pass', explanation: '' }) }],
  ])('%s stops the act and tells nothing of the error', (_, changed) => {
    expect(runChecks(factsOfReport(), [stub(changed)])).toEqual([broken])
  })

  test('facts with nothing in them are stopped by every check that looks at them', () => {
    const results = runChecks({ touches: {}, actor: {} } as never)
    expect(results.length).toBeGreaterThan(1)
    expect(worstOf(results)).toBe('block')
  })
})

test('the worst outcome stands for all', () => {
  const worst = (...outcomes: Parameters<typeof worstOf>[0][number]['outcome'][]) =>
    worstOf(outcomes.map((outcome) => ({ outcome })))
  expect(worst('pass', 'block', 'warn')).toBe('block')
  expect(worst('pass', 'warn', 'insufficient_data')).toBe('warn')
  expect(worst('insufficient_data', 'pass')).toBe('insufficient_data')
  expect(worst('not_applicable', 'pass')).toBe('pass')
  expect(worst()).toBe('not_applicable')
})

describe('every word of a check is there in four languages', () => {
  const words: Record<string, Record<string, string>> = { en, nl, es, ar }
  const here = new URL('.', import.meta.url)
  const sources = [
    'checks.ts',
    ...['lawfulness', 'integrity'].flatMap((folder) =>
      readdirSync(new URL(folder, here))
        .filter((file) => file.endsWith('.check.ts'))
        .map((file) => `${folder}/${file}`),
    ),
  ]
  const used = new Set(
    sources.flatMap(
      (file) => readFileSync(new URL(file, here), 'utf8').match(/check\.(?:[LEI]\d\d\.)?[a-z-]+(?=')/g) ?? [],
    ),
  )
  for (const { id } of checks) used.add(`check.${id}.name`).add(`check.${id}.looks-at`)
  for (const category of breakGlassCategories) used.add(`check.I03.category.${category}`)
  const values = { count: 2, words: 3, days: 42, act: 'decide', category: 'x', area: 'y' }

  test.each(['en', 'nl', 'es', 'ar'])('%s', (language) => {
    const messages = words[language] ?? {}
    expect(used.size).toBeGreaterThan(70)
    expect([...used].filter((key) => !messages[key])).toEqual([])
    expect(Object.keys(messages)).toEqual(Object.keys(en))
    const errors: unknown[] = []
    const intl = createIntl({ locale: language, messages, onError: (error) => errors.push(error) })
    for (const id of Object.keys(messages)) {
      for (const act of mandateActs)
        expect(intl.formatMessage({ id }, { ...values, act: act.replaceAll('-', '_') })).not.toMatch(/[{}#]/)
    }
    expect(errors).toEqual([])
    const refusals = mandateActs.map((act) =>
      intl.formatMessage({ id: 'check.L13.not-held' }, { act: act.replaceAll('-', '_') }),
    )
    expect(new Set(refusals).size).toBe(mandateActs.length)
  })
})
