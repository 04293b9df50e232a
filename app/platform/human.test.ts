import { expect, test } from 'vitest'
import { checkHuman, stampForm } from './human.server'

const secret = 'a secret of this installation, made at install'
const shown = new Date('2026-11-23T12:00:00Z')
const stamp = stampForm(secret, 'issue.report', shown)
const after = (seconds: number) => new Date(shown.getTime() + seconds * 1000)
const check = (sent: { trap?: unknown; stamp?: unknown }, now: Date, form = 'issue.report') =>
  checkHuman(secret, form, { trap: sent.trap, stamp: sent.stamp }, now)

test('somebody who takes three seconds or more and leaves the hidden field alone is taken for a person', () => {
  expect(check({ trap: '', stamp }, after(3))).toBe('likely-human')
  expect(check({ stamp }, after(23 * 3600))).toBe('likely-human')
})

test('a form that comes back within three seconds was not typed', () => {
  expect(check({ trap: '', stamp }, after(2.999))).toBe('too-fast')
  expect(check({ trap: '', stamp }, after(-60))).toBe('too-fast')
})

test('whoever fills the hidden field falls in the trap, whatever the stamp says', () => {
  expect(check({ trap: 'https://spam.example', stamp }, after(60))).toBe('fell-in-trap')
  expect(check({ trap: ['', ''], stamp }, after(60))).toBe('fell-in-trap')
  expect(check({ trap: ' ', stamp }, after(60))).toBe('fell-in-trap')
})

test('a form without a stamp of ours, or with the stamp of another form, is not accepted', () => {
  expect(check({ trap: '' }, after(60))).toBe('not-stamped')
  expect(check({ trap: '', stamp: `${stamp}x` }, after(60))).toBe('not-stamped')
  expect(check({ trap: '', stamp: { toString: 'x' } }, after(60))).toBe('not-stamped')
  expect(check({ trap: '', stamp }, after(60), 'project.contribute')).toBe('not-stamped')
})

test('a tab that stood open for a day is told apart from a machine', () => {
  expect(check({ trap: '', stamp }, after(24 * 3600))).toBe('stamp-expired')
})
