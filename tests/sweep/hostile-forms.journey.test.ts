import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, expect, it, test } from 'vitest'
import { secondAdministrator } from '~/interactions/administration/second-administrator.fixture'
import { useTown } from '../town'
import { type Ask, serveTown } from '../town-over-http'
import { fill, filled, forms } from './access-forms'
import { everybody, type Row, type Who } from './access-rows'
import { access } from './access-table'
import { layOut, type Things } from './access-things'

const dataDir = 'var/test/hostile-pages'
const town = useTown({ dataDir })
let ask: Ask
let stop: () => Promise<void>
let author: string
let things: Things
const cookies: Partial<Record<Who, string>> = {}
// Of which something that was sent was kept.
const kept: Things[] = []

beforeAll(async () => {
  ;({ ask, stop } = await serveTown(town.url))
  author = (await secondAdministrator(town)).id
  things = await layOut(town, author)
})
beforeEach(async () => {
  for (const who of everybody) cookies[who] = (await town.request(who, '/')).headers.get('cookie') ?? ''
})
afterAll(async () => {
  await stop()
  await rm(dataDir, { recursive: true, force: true })
})

const marks = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '</title></script><svg onload=alert(1)>']
const mark = `Three plain words ${marks.join(' ')} {{7*7}} \u0024{7*7}`
const asMarkup = ['<script>alert(1)', '<img src=x', '<svg onload']

const letIn = ({ post, get }: Row): Who => {
  const to = post ?? get
  const isFine = (who: Who) => {
    const said = to?.[who] ?? to?.others ?? 404
    return said !== 'sign-in' && (typeof said === 'string' || said < 400)
  }
  return everybody.filter((who) => who !== 'anybody').find(isFine) ?? 'resident'
}
const acting = Object.entries(access).filter(([, { post }]) => post)

const unchanged = /^(version|once|stamp|reportStamp|email|noticeVersion|declaration)/

it.each(acting)('%s: markup in any field is kept as text or refused', async (id, row) => {
  for (const field of Object.keys(forms[id] ?? {}).filter((name) => !unchanged.test(name))) {
    const form = { ...filled(forms[id] ?? {}, things), [field]: mark }
    const { status, text, headers } = await ask(fill(row.path, things), { cookie: cookies[letIn(row)] ?? '', form })
    expect(status, field).toBeLessThan(500)
    // What was refused stands in the form again, as text.
    if (headers.get('content-type')?.includes('html')) for (const one of asMarkup) expect(text).not.toContain(one)
    if (status >= 400) continue
    if (row.path.includes('{ref}')) kept.push(things)
    things = await layOut(town, author)
  }
})

test('what was kept of it is text on every page that shows it', async () => {
  expect(kept.length).toBeGreaterThan(5)
  let shown = 0
  const pages = Object.values(access).filter(({ get }) => get)
  for (const row of pages) {
    for (const at of row.path.includes('{ref}') ? kept : [things]) {
      const cookie = cookies[letIn({ ...row, post: null })] ?? ''
      const { status, text, headers } = await ask(fill(row.path, at), { cookie })
      expect(status, row.path).toBeLessThan(500)
      const isPage = /html|xml/.test(headers.get('content-type') ?? '')
      if (isPage) for (const one of asMarkup) expect(text.includes(one), `${row.path} ${one}`).toBe(false)
      else expect(headers.get('x-content-type-options')).toBe('nosniff')
      if (text.includes('Three plain words')) shown += 1
    }
  }
  expect(shown).toBeGreaterThan(5)
})

const json = { 'content-type': 'application/json' }
const multipart = { 'content-type': 'multipart/form-data; boundary=x' }
const bodies: [what: string, body: string, headers: Record<string, string>][] = [
  ['half of a JSON text', '{"a":', json],
  ['a list', '[]', json],
  ['operators', '{"id":{"not":""},"token":{"not":""},"ref":{"contains":""},"version":{"gt":0}}', json],
  ['a prototype', '{"__proto__":{"role":"administrator"},"constructor":{"prototype":{"role":"x"}}}', json],
  ['deep objects', `${'{"a":'.repeat(9_000)}1${'}'.repeat(9_000)}`, json],
  ['parts without an end', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n', multipart],
  ['every name twice', 'text=a&text=b&version=1&version=2&ref=a&ref=b&reason=a&reason=b&case=a&case=b', {}],
  ['names in layers', 'a.b.c=1&text.a=1&__proto__.x=1&constructor.prototype=1&.=1&version.x=1&case.x=1', {}],
  ['broken escapes', 'text=%zz%ff%00&%=1&reason=%ED%A0%80', {}],
  ['plain text', 'hello', { 'content-type': 'text/plain' }],
]

it.each(acting)('%s: a body that is no form is refused, and breaks nothing', async (_, row) => {
  const path = fill(row.path, things)
  const cookie = cookies[letIn(row)] ?? ''
  const answers = await Promise.all(bodies.map(([, body, headers]) => ask(path, { cookie, body, headers })))
  expect(bodies.flatMap(([what], at) => ((answers[at]?.status ?? 500) < 500 ? [] : [what]))).toEqual([])
})

test('an address with broken escapes or NUL in it leads nowhere, for everybody', async () => {
  for (const path of [
    '/issues/%00',
    '/issues/%ED%A0%80',
    '/issues/%zz',
    '/receipts/%00',
    '/desk/cases/%00',
    '/photos/%00',
    '/admin/categories/%00',
    '/oversight/issues/%00',
    '/follow/end/%00',
    '/?q=%00&near=%ff',
    '/issues?after=%00&from=9999-99-99',
    '/places.json?q=%00',
    '/words/%00/1',
    '/issues/new/photos/..%2f..%2fetc%2fpasswd',
  ])
    for (const who of ['anybody', 'handler', 'administrator', 'oversight'] as const)
      expect((await ask(path, { cookie: cookies[who] ?? '' })).status, path).toBeLessThan(500)
})
