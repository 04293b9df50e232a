import { beforeAll, expect, test } from 'vitest'
import { anIssue } from '~/interactions/issues/issues.fixture'
import { loader as home } from '~/routes/_index'
import { loader as feed } from '~/routes/feeds.issues[.]atom'
import { loader as list } from '~/routes/issues._index'
import { loader as issuePage } from '~/routes/issues.$ref._index'
import { loader as issueFeed } from '~/routes/issues.$ref.feed[.]atom'
import { useTown } from './town'

const town = useTown()
const lamp = anIssue()
const hidden = anIssue({ isHidden: true })

beforeAll(async () => {
  await town.given((tx) => tx.issue.createMany({ data: [lamp, hidden] }))
})

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const request = await town.request('anybody', path)
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  return request
}
type Loader = (args: { request: Request; params: Record<string, string>; context: never }) => Promise<unknown>
const visit = async (loader: unknown, request: Request, params = {}) =>
  (loader as Loader)({ request, params, context: {} as never }).catch((thrown: unknown) => thrown)

test('a form that sends empty fields leads to the one address of what was asked', async () => {
  const sent = await visit(list, await ask('/issues?q=&state=&area=north&period=all&from=&to=&sort=newest'))
  expect(sent).toMatchObject({ status: 302 })
  expect((sent as Response).headers.get('location')).toBe('/issues?area=north')
})

test('the language in an address stays when the rest of it is put in order', async () => {
  const sent = await visit(home, await ask('/?lang=nl&state=&q=lamp'))
  expect((sent as Response).headers.get('location')).toBe('/?q=lamp&lang=nl')
})

test('a filtered list is kept out of search engines, and its feed asks the same', async () => {
  const all = (await visit(list, await ask('/issues'))) as { page: { isOneOfMany: boolean; address: string } }
  expect(all.page).toMatchObject({ isOneOfMany: false, address: 'http://localhost:3000/issues' })
  const some = (await visit(list, await ask('/issues?area=north'))) as { page: { isOneOfMany: boolean; feed: string } }
  expect(some.page).toMatchObject({ isOneOfMany: true, feed: '/feeds/issues.atom?area=north&lang=en' })
})

test('a reference that is typed into the search, or in small letters into the address, leads to the issue', async () => {
  const searched = await visit(home, await ask(`/?q=${lamp.ref.toLowerCase()}`))
  expect((searched as Response).headers.get('location')).toBe(`/issues/${lamp.ref}`)
  const typed = await visit(issuePage, await ask('/'), { ref: lamp.ref.toLowerCase() })
  expect((typed as Response).headers.get('location')).toBe(`/issues/${lamp.ref}`)
})

test('the page of a hidden issue, and its feed, are not there', async () => {
  const params = { ref: hidden.ref }
  expect(await visit(issuePage, await ask(`/issues/${hidden.ref}`), params)).toMatchObject({ status: 404 })
  expect(await visit(issueFeed, await ask(`/issues/${hidden.ref}/feed.atom`), params)).toMatchObject({ status: 404 })
})

test.each([
  ['of a neighbourhood', feed, '/feeds/issues.atom?area=north&lang=en', {}],
  ['of one issue', issueFeed, `/issues/${lamp.ref}/feed.atom?lang=en`, { ref: lamp.ref }],
])('a feed %s names itself, and says in one line when nothing is new', async (_, loader, path, params) => {
  const first = (await visit(loader, await ask(path), params)) as Response
  expect(first.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const xml = await first.text()
  expect(xml).toContain(
    `<link rel="self" type="application/atom+xml" href="http://localhost:3000${path.replace('&', '&amp;')}"/>`,
  )
  expect(xml).toContain(`<id>http://localhost:3000/issues/${lamp.ref}</id>`)
  expect(xml).toContain('Street light on Kerkstraat')
  const etag = first.headers.get('etag') ?? ''
  const again = (await visit(loader, await ask(path, { 'if-none-match': `W/${etag}` }), params)) as Response
  expect([again.status, await again.text()]).toEqual([304, ''])
})

test('a feed is written in the language that its address asks for', async () => {
  const answer = (await visit(feed, await ask('/feeds/issues.atom?lang=nl'))) as Response
  const xml = await answer.text()
  expect(xml).toContain('xml:lang="nl"')
  expect(xml).toContain('Straatlamp, Kerkstraat')
  expect(xml).toContain('Ontvangen. 1 persoon meldt dit.')
})
