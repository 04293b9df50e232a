import { describe, expect, test } from 'vitest'
import {
  addressOf,
  contentSecurityPolicy,
  dropForeignHeaders,
  isFromOurPages,
  isStopByMail,
  originsOf,
  refusalOfBody,
} from './perimeter'
import { safeRedirect } from './safe-redirect'

const ours = originsOf('https://meent.example')

describe('whoever changes something comes from our own pages', () => {
  test.each([
    ['GET', {}, true],
    ['HEAD', { 'sec-fetch-site': 'cross-site' }, true],
    ['POST', { 'sec-fetch-site': 'same-origin' }, true],
    ['POST', { 'sec-fetch-site': 'same-site' }, false],
    ['POST', { 'sec-fetch-site': 'cross-site' }, false],
    ['POST', { 'sec-fetch-site': 'none' }, false],
    ['POST', { origin: 'https://meent.example' }, true],
    ['POST', { origin: 'https://meent.example.evil.example' }, false],
    ['POST', { origin: 'http://meent.example' }, false],
    ['POST', { origin: 'null' }, false],
    ['POST', {}, false],
    ['POST', { 'sec-fetch-site': 'cross-site', origin: 'https://meent.example' }, false],
    ['PUT', { origin: 'https://evil.example' }, false],
    ['PATCH', {}, false],
    ['DELETE', { 'sec-fetch-site': 'cross-site' }, false],
  ])('%s with %o: %s', (method, headers, allowed) => {
    expect(isFromOurPages(method, headers, ours)).toBe(allowed)
  })

  test('the demo answers to every name of this machine', () => {
    expect(originsOf('http://localhost:3000')).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
    ])
  })
})

describe('where a request comes from', () => {
  test.each([
    ['203.0.113.9', '198.51.100.1', 0, '203.0.113.9'],
    ['10.0.0.1', '198.51.100.1', 1, '198.51.100.1'],
    ['10.0.0.1', '1.2.3.4, 198.51.100.1', 1, '198.51.100.1'],
    ['10.0.0.1', '1.2.3.4, 198.51.100.1, 10.0.0.7', 2, '198.51.100.1'],
    ['10.0.0.1', 'not-an-address', 1, '10.0.0.1'],
    ['10.0.0.1', undefined, 1, '10.0.0.1'],
  ])('socket %s, header %s, %i proxies: %s', (socket, header, proxies, address) => {
    expect(addressOf(socket, header, proxies)).toBe(address)
  })

  test('headers that only the perimeter may set are taken away', () => {
    const headers = {
      'x-forwarded-host': 'evil',
      'x-remix-spa': '1',
      'x-meent-address': '1.1.1.1',
      'x-react-router-spa-mode': 'yes',
      accept: 'a',
      forwarded: 'for=1',
    }
    dropForeignHeaders(headers)
    expect(headers).toEqual({ accept: 'a' })
  })
})

test('a policy lets nothing in from elsewhere and scripts by nonce only', () => {
  const policy = contentSecurityPolicy('abc', true)
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic'")
  expect(policy).toContain("style-src 'self';")
  expect(policy).not.toContain('unsafe')
  expect(policy).toContain('upgrade-insecure-requests')
})

describe('a body is weighed before it is read', () => {
  test.each([
    ['GET', {}, null],
    ['POST', {}, 411],
    ['POST', { 'content-length': '100' }, null],
    ['POST', { 'content-length': '70000' }, 413],
    ['POST', { 'content-length': 'many' }, 413],
    ['POST', { 'content-length': '9000000', 'content-type': 'multipart/form-data; boundary=x' }, null],
    ['POST', { 'content-length': '90000000', 'content-type': 'multipart/form-data; boundary=x' }, 413],
  ])('%s %o: %s', (method, headers, status) => {
    expect(refusalOfBody(method, headers)).toBe(status)
  })
})

describe('a redirect stays on this site', () => {
  test.each(['/issues?q=a%20b#x', '/desk', '/'])('%s is followed', (path) => {
    expect(safeRedirect(path)).toBe(path)
  })
  test.each([
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\u0000/evil',
    'issues',
    '',
    null,
    undefined,
    7,
    ['/desk'],
    `/${'a'.repeat(3000)}`,
  ])('%j is not', (path) => {
    expect(safeRedirect(path, '/home')).toBe('/home')
  })
})

test('only the button of a mail program that ends a subscription may come from elsewhere', () => {
  const token = 'a'.repeat(43)
  expect(isStopByMail('POST', `/follow/end/${token}/by-mail`)).toBe(true)
  for (const path of [
    `/follow/end/${token}`,
    '/follow/end/x/by-mail',
    `/follow/end/${token}/by-mail/more`,
    '/sign-out',
    `/x/follow/end/${token}/by-mail`,
  ]) {
    expect(isStopByMail('POST', path)).toBe(false)
  }
  expect(isStopByMail('DELETE', `/follow/end/${token}/by-mail`)).toBe(false)
})
