import { rm } from 'node:fs/promises'
import type { ActionFunction, LoaderFunction } from '@remix-run/node'
import { afterAll, expect, test } from 'vitest'
import { stampOf } from '~/interactions/reports/human-check.server'
import { phonePhoto } from '~/interactions/reports/photo-corpus.fixture'
import * as meToo from '~/routes/issues.$ref_.me-too'
import * as start from '~/routes/issues.new._index'
import * as category from '~/routes/issues.new.category'
import * as check from '~/routes/issues.new.check'
import * as contact from '~/routes/issues.new.contact'
import * as details from '~/routes/issues.new.details'
import * as nearby from '~/routes/issues.new.nearby'
import * as photos from '~/routes/issues.new.photos._index'
import * as place from '~/routes/issues.new.place'
import * as photo from '~/routes/photos.$id'
import * as receipt from '~/routes/receipts.$id'
import { useTown } from './town'

const dataDir = 'var/test/report-journey'
const town = useTown({ dataDir })
afterAll(() => rm(dataDir, { recursive: true, force: true }))

type Route = { loader?: unknown; action?: unknown }
type Params = Record<string, string>
const notice = { noticeVersion: '1', noticeLanguage: 'en' }

/** A browser without scripts: it keeps cookies, sends forms and follows answers. */
function browser() {
  let cookie = ''
  const ask = async (path: string, form?: Record<string, string> | FormData) => {
    const request = await town.request('anybody', path, form)
    const headers = new Headers(request.headers)
    if (cookie) headers.set('cookie', cookie)
    return new Request(request, { headers })
  }
  const answered = async (answer: Promise<unknown>) => {
    const found = await answer.catch((thrown: unknown) => thrown)
    if (!(found instanceof Response))
      return { status: 200, to: null, data: found as Record<string, never>, headers: new Headers() }
    cookie = found.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie
    const isJson = found.headers.get('content-type')?.includes('json')
    const data = (isJson ? await found.json() : await found.arrayBuffer()) as Record<string, never>
    return { status: found.status, to: found.headers.get('location'), data, headers: found.headers }
  }
  const args = (request: Request, params: Params) => ({ request, params, context: { nonce: '', incident: '' } })
  return {
    open: async (route: Route, path: string, params: Params = {}) =>
      answered(Promise.resolve((route.loader as LoaderFunction)(args(await ask(path), params)))),
    send: async (route: Route, path: string, form: Record<string, string> | FormData, params: Params = {}) =>
      answered(Promise.resolve((route.action as ActionFunction)(args(await ask(path, form), params)))),
    cookie: () => cookie,
  }
}

const { lat, lng } = town.spots.north
const longAgo = () => stampOf('report', new Date(Date.now() - 60_000))

test('a resident reports with a photo and without scripts, loses nothing on the way back, and keeps a receipt', async () => {
  const { open, send, cookie } = browser()
  expect((await open(start, '/issues/new')).to).toBe('/issues/new/place')
  expect((await open(place, '/issues/new/place?q=kerkstrat')).data).toMatchObject({ search: { asked: 'kerkstrat' } })
  expect((await send(place, '/issues/new/place', {})).status).toBe(422)
  expect((await send(place, '/issues/new/place', { point: `${lat},${lng}` })).to).toBe('/issues/new/category')
  expect(cookie()).toMatch(/^meent-draft=[\w-]{43}$/)
  expect((await send(category, '/issues/new/category', { category: 'gas-smell' })).to).toBe(
    '/issues/new/call/gas-smell',
  )
  expect((await send(category, '/issues/new/category', { category: 'street-light' })).to).toBe('/issues/new/nearby')
  expect((await open(nearby, '/issues/new/nearby')).to).toBe('/issues/new/details')

  const typed = { 'answers.trouble': 'flickers', description: 'It flickers. My neighbour has cancer.' }
  const asked = await send(details, '/issues/new/details', typed)
  expect(asked.data).toMatchObject({ type: '/problems/sensitive-text', kept: typed, found: [{ words: 'cancer' }] })
  expect((await send(details, '/issues/new/details', { ...typed, privacy: 'black-out' })).to).toBe('/issues/new/photos')

  const { name, type, bytes } = await phonePhoto()
  const form = new FormData()
  form.set('files', new File([new Uint8Array(bytes)], name, { type }))
  form.set('stay', 'yes')
  expect((await send(photos, '/issues/new/photos', form)).to).toBe('/issues/new/photos')
  expect((await send(photos, '/issues/new/photos', { 'alts.0': 'A lamp' })).to).toBe('/issues/new/contact')
  expect((await open(details, '/issues/new/details')).data).toMatchObject({
    description: 'It flickers. My neighbour has [health].',
  })
  const wrong = await send(contact, '/issues/new/contact', {
    email: 'not an address',
    name: 'Journey Person',
    ...notice,
  })
  expect(wrong.data).toMatchObject({ fields: { email: 'field.email' }, kept: { name: 'Journey Person' } })
  expect((await send(contact, '/issues/new/contact', notice)).to).toBe('/issues/new/check')

  const { data } = await open(check, '/issues/new/check')
  expect(data).toMatchObject({ photos: [{ alt: 'A lamp' }], answers: [{ said: 'It flickers' }] })
  const letter = {
    lat: String(lat),
    lng: String(lng),
    category: 'street-light',
    once: String(data.once),
    ...typed,
    privacy: 'black-out',
    ...notice,
  }
  expect((await send(check, '/issues/new/check', letter)).data).toMatchObject({ type: '/problems/sent-by-program' })
  const sent = await send(check, '/issues/new/check', { ...letter, stamp: longAgo() })
  expect(sent.to).toMatch(/^\/receipts\/[\w-]{43}$/)
  // The answer got lost on the way, and the person presses the button again.
  const again = await send(check, '/issues/new/check', { ...letter, stamp: longAgo() })
  expect(['/issues/new', sent.to]).toContain(again.to)
  expect((await open(start, '/issues/new')).data).toMatchObject({ sent: sent.to })
  expect(await town.db.report.count()).toBe(1)

  const id = sent.to?.split('/').at(-1) ?? ''
  const page = await open(receipt, `/receipts/${id}`, { id })
  expect(page.data).toMatchObject({
    issue: { status: 'open' },
    report: { photos: [{ alt: 'A lamp' }] },
    qr: { size: expect.any(Number) },
  })
  const [row] = await town.db.photo.findMany()
  const picture = await open(photo, `/photos/${row?.id}?size=small`, { id: row?.id ?? '' })
  expect(Object.fromEntries(picture.headers)).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': 'inline; filename="photo.webp"',
  })
})

test('a neighbour recognises the issue on the way, adds a voice to it, and the form is done', async () => {
  const { open, send } = browser()
  const before = await town.db.issue.findFirstOrThrow({ where: { categoryKey: 'street-light' } })
  await send(place, '/issues/new/place', { lat: String(lat + 0.0002), lng: String(lng) })
  await send(category, '/issues/new/category', { category: 'street-light' })
  expect((await open(nearby, '/issues/new/nearby')).data).toMatchObject({ issues: [{ ref: before.ref }] })
  const { ref } = before
  const path = `/issues/${ref}/me-too?from=report`
  const { data } = await open(meToo, path, { ref })
  expect(data).toMatchObject({ issue: { ref, isClosed: false }, isFromForm: true, draftPlace: { lng } })
  const stamp = stampOf('me-too', new Date(Date.now() - 60_000))
  const sent = await send(meToo, path, { stamp, once: String(data.once), ...notice }, { ref })
  expect(sent.to).toMatch(/^\/receipts\//)
  expect((await town.db.issue.findUniqueOrThrow({ where: { ref } })).reportCount).toBe(2)
  expect((await open(start, '/issues/new')).data).toMatchObject({ sent: sent.to })
})

test('a place in another town, and pages out of turn, lead back to where the person can go on', async () => {
  const { open, send } = browser()
  for (const [route, name] of [
    [category, 'category'],
    [nearby, 'nearby'],
    [details, 'details'],
    [photos, 'photos'],
    [contact, 'contact'],
    [check, 'check'],
  ] as const) {
    expect((await open(route, `/issues/new/${name}`)).to).toBe('/issues/new/place?again')
  }
  const { lat: far, lng: away } = town.spots.outside
  expect((await send(place, '/issues/new/place', { point: `${far},${away}` })).data).toMatchObject({
    type: '/problems/outside-town',
  })
  expect((await open(place, `/issues/new/place?lat=${far}&lng=${away}`)).data).toMatchObject({
    isOutside: true,
    place: null,
  })
})

test('a receipt or a photo that is not there answers like any page that is not there', async () => {
  const { open } = browser()
  expect((await open(receipt, '/receipts/x', { id: 'x' })).status).toBe(404)
  expect((await open(receipt, `/receipts/${'a'.repeat(43)}`, { id: 'a'.repeat(43) })).status).toBe(404)
  for (const id of ['x', '00000000-0000-4000-8000-0000000000ff']) {
    expect((await open(photo, `/photos/${id}`, { id })).status).toBe(404)
    expect((await open(photo, `/photos/${id}?look`, { id })).status).toBe(404)
  }
})
