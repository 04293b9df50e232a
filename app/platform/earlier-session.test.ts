import { expect, test } from 'vitest'
import { asNobody, leaving } from './earlier-session.server'

const request = (cookie: string) =>
  new Request('https://meent.example/sign-in', { method: 'POST', headers: { cookie }, body: 'code=1' })

test('whoever signs in is nobody yet, and keeps what ties the errand to the browser', async () => {
  const nobody = asNobody(request('lang=nl; __Host-meent=abc; __Host-asked=def'))
  expect(nobody.headers.get('cookie')).toBe('lang=nl; __Host-asked=def')
  expect(await nobody.text()).toBe('code=1')
  expect(asNobody(request('meent-session=abc')).headers.get('cookie')).toBe('')
})

test('the session of whoever sat here before can be ended afterwards', () => {
  expect(leaving(request('lang=nl'))).toBeNull()
  const left = leaving(request('lang=nl; meent-session=abc'))
  expect(left?.method).toBe('GET')
  expect(left?.headers.get('cookie')).toContain('meent-session=abc')
})
