import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { issueStates } from '~/interactions/issues/issue.input'
import { wordsFor } from '~/platform/words.server'
import { languages } from '~/safeguards/vocabulary'
import { WordsProvider } from '../words'
import { type StatusFacts, StatusSign, StatusWords, shapeOf, toneOf } from './status'

const now = '2026-11-24T12:00:00Z'
const open: StatusFacts = {
  status: 'open',
  reportedAt: '2026-11-20T09:00:00Z',
  dueAt: '2026-12-03T05:00:00Z',
  closedAt: null,
}
const timezone = 'America/New_York'
const trouble = vi.spyOn(console, 'error')
afterEach(() => expect(trouble).not.toHaveBeenCalled())

function said(given: Partial<StatusFacts>, language = 'en') {
  return renderToStaticMarkup(
    <WordsProvider language={language} timezone={timezone} messages={wordsFor(language, ['issue', 'common'])}>
      <StatusWords issue={{ ...open, ...given }} now={now} />
    </WordsProvider>,
  )
}

test('a resident reads where the town stands, and until when, in a sentence', () => {
  expect(said({})).toBe('Received, answer by 2 December')
  expect(said({ dueAt: null })).toBe('Received')
  expect(said({ status: 'in-progress' })).toBe('In progress, answer by 2 December')
  expect(said({ status: 'in-progress', plannedFor: '2026-11-28' })).toBe('In progress, planned for 28 November')
  expect(said({ status: 'waiting' })).toBe('Waiting for an answer from the reporter')
  expect(said({ status: 'resolved', closedAt: '2026-11-22T10:00:00Z' })).toBe('Resolved in 2 days')
  expect(said({ status: 'resolved', closedAt: '2026-11-20T22:00:00Z' })).toBe('Resolved the same day')
  expect(said({ status: 'not-resolved', closedAt: '2026-11-21T10:00:00Z' })).toBe('Closed, not resolved, after 1 day')
})

test('a late answer is said to be late: in days at first, then by its date', () => {
  expect(said({ dueAt: '2026-11-19T05:00:00Z' })).toBe('Answer overdue by 6 days')
  expect(said({ dueAt: '2026-11-24T11:00:00Z' })).toBe('Answer overdue since today')
  expect(said({ dueAt: '2016-01-16T13:30:00Z', plannedFor: '2016-01-20' })).toBe('Answer overdue since 16 January 2016')
})

test('a closing that old records put before the report is no negative number of days', () => {
  expect(said({ status: 'resolved', closedAt: '2026-11-18T10:00:00Z' })).toBe('Resolved the same day')
})

test('every state is said in every language of the platform', () => {
  for (const language of languages) {
    const sentences = [
      said({}, language),
      said({ status: 'in-progress' }, language),
      said({ status: 'in-progress', plannedFor: '2026-11-28' }, language),
      said({ status: 'waiting' }, language),
      said({ dueAt: '2026-11-19T05:00:00Z' }, language),
      said({ dueAt: '2016-01-16T13:30:00Z' }, language),
      said({ status: 'resolved', closedAt: '2026-11-22T10:00:00Z' }, language),
      said({ status: 'not-resolved', closedAt: '2026-11-22T10:00:00Z' }, language),
    ]
    expect(new Set(sentences).size).toBe(sentences.length)
    expect(sentences.join(' ')).not.toMatch(/issue\.|[{}]/)
  }
})

test('no two states share a sign: where the colour is the same, the shape is not', () => {
  const signs = issueStates.map((state) => `${shapeOf[state].d} ${shapeOf[state].isOutline ?? false}`)
  expect(new Set(signs).size).toBe(issueStates.length)
  expect(toneOf).toEqual({
    open: 'info',
    'in-progress': 'warn',
    waiting: 'info',
    overdue: 'danger',
    resolved: 'ok',
    'not-resolved': 'ok',
  })
})

test('a sign without words beside it says its state to screen readers', () => {
  const messages = wordsFor('nl', ['issue', 'common'])
  const sign = (isNamed: boolean) =>
    renderToStaticMarkup(
      <WordsProvider language="nl" timezone={timezone} messages={messages}>
        <StatusSign state="overdue" isNamed={isNamed} />
      </WordsProvider>,
    )
  expect(sign(true)).toContain('Antwoord te laat')
  expect(sign(false)).not.toContain('Antwoord')
})
