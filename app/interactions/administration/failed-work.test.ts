import { expect, it } from 'vitest'
import { failureOf } from './failed-work'

it.each([
  ['Error: 550 5.7.1 Relaying denied for a.person@example.org', { kind: 'mail-server', code: '550' }],
  ['connect ECONNREFUSED 10.0.0.3:587', { kind: 'connection', code: 'ECONNREFUSED' }],
  ['getaddrinfo ENOTFOUND mail.secret-town.example', { kind: 'connection', code: 'ENOTFOUND' }],
  ["ENOENT: no such file or directory, open '/var/photos/rosa-jansen.jpg'", { kind: 'file', code: 'ENOENT' }],
  ['The task was refused: /problems/not-found', { kind: 'refused', code: 'not-found' }],
  ['TypeError: cannot read Rosa Jansen', { kind: 'other', code: 'TypeError' }],
  ['Rosa Jansen, Dam 1', { kind: 'other', code: '' }],
  [null, { kind: 'other', code: '' }],
])('the cause of %s is said without repeating it', (error, failure) => {
  expect(failureOf(error)).toEqual(failure)
})
