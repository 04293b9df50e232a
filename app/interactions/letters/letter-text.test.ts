import { beforeAll, describe, expect, test } from 'vitest'
import { type Env, useEnv } from '~/platform/env.server'
import { languages } from '~/safeguards/vocabulary'
import { townSettings } from '../town/settings'
import type { Town } from '../town/town.server'
import { safe } from './letter-html'
import { drawLetter, letterParts } from './letter-text.server'
import {
  contentFromText,
  contentToText,
  type LetterValues,
  type TemplateName,
  templateNames,
  templates,
} from './templates'

beforeAll(() => void useEnv({ baseUrl: 'https://testdam.example' } as Env))

const town = { name: 'Testdam', timezone: 'Europe/Amsterdam', settings: townSettings.parse({}) } as Town
const at = new Date('2026-12-02T22:30:00Z')
const about = { ref: 'TST-2345-67B', category: 'Street light', place: 'Lindestraat 5' }

/** What each kind of letter is given by the act that writes it. */
const given: Record<TemplateName, LetterValues> = {
  'report-received': { ...about, due: at },
  acknowledged: { ...about, due: at, text: 'Seen.' },
  update: { ...about, text: 'The part is ordered.' },
  planned: { ...about, plannedFor: at, text: '' },
  question: { ...about, text: 'Which lamp?' },
  closed: {
    ...about,
    outcome: 'not-resolved',
    facts: 'The lamp is not ours.',
    reasons: 'It belongs to the station.',
    ground: 'Road act, article 2',
    redressBody: 'the complaints board',
    redressUntil: at,
    redressAddress: 'Dam 1',
  },
  reopened: about,
  moved: about,
  'follow-confirm': { what: 'Potholes, North' },
  'follow-news': { ...about, what: 'Potholes, North' },
  'sign-in-link': { until: at },
  'sign-in-unknown': {},
  'staff-invite': { until: at },
  'sign-in-changed': { what: 'password' },
  'look-question-opened': { due: at },
  'look-question-answered': { text: 'The town called you about your report.' },
  'look-question-closed': { verdict: 'unjustified', text: 'Nobody could say why.' },
  'explanation-asked': {},
}

const draw = (template: TemplateName, language: string, values = given[template], more = {}) =>
  drawLetter(letterParts(template, { language, values, link: '/issues/TST-2345-67B', ...more }, { name: 'Rosa', town }))

describe.each(languages)('in %s', (language) => {
  test.each(templateNames)('the letter %s says all it should, with nothing left open', (template) => {
    const { subject, text, html } = draw(template, language)
    expect(subject.length).toBeGreaterThan(5)
    for (const part of [subject, text]) expect(part).not.toMatch(/[{}]|undefined|\[object|mail\.[a-z]/)
    expect(html).toContain(`lang="${language}"`)
    expect(text).toContain('https://testdam.example/issues/TST-2345-67B')
    for (const value of Object.values(given[template])) {
      if (typeof value === 'string' && value.length > 12) expect(text).toContain(value)
    }
  })

  test('a letter for a follower says how to stop', () => {
    const { text } = draw('update', language, given.update, { endToken: 'TOKEN' })
    expect(text).toContain('https://testdam.example/follow/end/TOKEN')
  })
})

test('dates are those of the town, in the words of the reader', () => {
  expect(draw('report-received', 'en').text).toContain('2 December 2026')
  expect(draw('report-received', 'nl').text).toContain('2 december 2026')
  expect(draw('sign-in-link', 'en').text).toContain('23:30')
})

test('a paragraph without its value is left out', () => {
  const { due, ...rest } = given['report-received']
  expect(due).toBeDefined()
  expect(draw('report-received', 'en', rest as LetterValues).text).not.toContain('answers by')
})

test('what people typed stays text on the page', () => {
  const { html } = draw('update', 'en', { ...about, text: '<img src=x onerror=alert(1)>\n\n"quoted" & \'so\'' })
  expect(html).not.toContain('<img')
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(safe(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;')
})

test('the town can word a letter its own way', () => {
  const own = {
    ...town,
    settings: townSettings.parse({ wordings: { en: { 'mail.update.subject': 'Testdam writes ({ref})' } } }),
  }
  const { subject } = letterParts(
    'update',
    { language: 'en', values: given.update, link: '/x' },
    { name: null, town: own },
  )
  expect(subject).toBe('Testdam writes (TST-2345-67B)')
})

test('a sealed letter comes back as it was, with its dates', () => {
  const content = { language: 'en', values: { due: at, n: 3, text: 'x' }, link: '/me' }
  expect(contentFromText(contentToText(content))).toEqual(content)
})

test('only letters about signing in carry a link that lets somebody in', () => {
  const secret = templateNames.filter((name) => 'hasSecretLink' in templates[name])
  expect(secret).toEqual(['sign-in-link', 'staff-invite'])
})
