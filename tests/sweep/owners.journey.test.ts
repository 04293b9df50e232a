import { createHash, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { secondAdministrator } from '~/interactions/administration/second-administrator.fixture'
import { phonePhoto } from '~/interactions/reports/photo-corpus.fixture'
import { newToken } from '~/platform/tokens.server'
import { useTown } from '../town'
import { type Ask, serveTown } from '../town-over-http'
import { layOut, type Things } from './access-things'
import { changedSince, stateOf } from './state-of-town'

const dataDir = 'var/test/owners'
const town = useTown({ dataDir })
let ask: Ask
let stop: () => Promise<void>
let things: Things
let cookies: Record<'owner' | 'neighbour' | 'handler' | 'northHandler' | 'nobody', string>
const cookieOf = async (who: Parameters<typeof town.request>[0]) =>
  (await town.request(who, '/')).headers.get('cookie') ?? ''

beforeAll(async () => {
  ;({ ask, stop } = await serveTown(town.url))
  things = await layOut(town, (await secondAdministrator(town)).id)
  cookies = {
    owner: await cookieOf('resident'),
    neighbour: await cookieOf('neighbour'),
    handler: await cookieOf('handler'),
    northHandler: await cookieOf('northHandler'),
    nobody: '',
  }
})
afterAll(async () => {
  await stop()
  await rm(dataDir, { recursive: true, force: true })
})

type TwoForms = readonly [Record<string, string>?, Record<string, string>?]
const other = '00000000-0000-4000-8000-0000000000ff'

/** An answer without what differs from request to request, so that two refusals can be compared to the letter. */
async function answer(path: string, cookie: string, form?: Record<string, string>) {
  const { status, to, text } = await ask(path, { cookie, form })
  const asked = [...path.split(/[/?]/), ...Object.values(form ?? {})].filter((part) => part.length > 5)
  const plain = text
    .replace(/nonce="[^"]*"/g, '')
    // The number of the incident, and the time.
    .replace(/\b[0-9a-f]{10}\b/g, '')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
  return { status, to, text: asked.reduce((left, part) => left.replaceAll(part, '…'), plain) }
}

/** Both answers are a refusal, and neither says more than the other. */
async function sameRefusal(status: number, cookie: string, one: string, another: string, forms: TwoForms = []) {
  const before = await stateOf(town)
  const first = await answer(one, cookie, forms[0])
  expect(first.status).toBe(status)
  expect(await answer(another, cookie, forms[1])).toEqual(first)
  expect(await changedSince(town, before)).toEqual([])
}

test('a receipt opens by its own link, and every other link leads nowhere alike', async () => {
  const page = await answer(`/receipts/${things.receipt}`, cookies.nobody)
  expect(page).toMatchObject({ status: 200 })
  expect(page.text).toContain(things.ref)
  for (const cookie of Object.values(cookies)) {
    await sameRefusal(404, cookie, `/receipts/${newToken()}`, `/receipts/${things.followEnd}`)
    await sameRefusal(404, cookie, `/receipts/${newToken()}`, `/receipts/${things.receipt.slice(1)}`)
  }
})

test('what a resident sees as their own is theirs, and none of it is in what the neighbour sees', async () => {
  for (const path of ['/me', '/me/export', '/me/details', '/me/looked']) {
    const neighbours = await answer(path, cookies.neighbour)
    expect(neighbours.status).toBe(200)
    for (const theirs of [things.ref, town.people.resident.email, town.people.resident.name])
      expect(neighbours.text).not.toContain(theirs)
    expect((await answer(path, cookies.nobody)).to).toMatch(/^\/sign-in\?next=/)
  }
  expect((await answer('/me/export', cookies.owner)).text).toContain(things.ref)
})

test('nobody ends what somebody else follows, nor learns that they do', async () => {
  const path = '/me/follows/end'
  const forms: TwoForms = [{ followId: things.followId }, { followId: other }]
  await sameRefusal(404, cookies.neighbour, path, path, forms)
  expect(await answer(path, cookies.owner, forms[0])).toMatchObject({ status: 302, to: '/me' })
})

test('nobody ends a session of somebody else, nor learns that there is one', async () => {
  const second = await cookieOf('resident')
  const sessionId = createHash('sha256')
    .update(second.split('=')[1] ?? '')
    .digest('hex')
  const forms: TwoForms = [{ sessionId }, { sessionId: 'f'.repeat(64) }]
  await sameRefusal(404, cookies.neighbour, '/me/sessions', '/me/sessions', forms)
  expect((await answer('/me', second)).status).toBe(200)
  expect((await answer('/me/sessions', cookies.owner, forms[0])).status).toBe(302)
  expect((await answer('/me', second)).to).toMatch(/^\/sign-in/)
})

test('a photo that is not public is there for the officer of the case only', async () => {
  for (const cookie of [cookies.owner, cookies.neighbour, cookies.northHandler, cookies.nobody]) {
    await sameRefusal(404, cookie, `/photos/${things.photo}?look`, `/photos/${other}?look`)
    await sameRefusal(404, cookie, `/photos/${things.photo}`, `/photos/${other}`)
  }
  await sameRefusal(404, cookies.handler, `/photos/${things.photo}`, `/photos/${other}`)
  expect((await answer(`/photos/${things.photo}?look`, cookies.handler)).text).toContain('a picture of the owner')
})

test('a report that is not sent yet opens in the browser that wrote it, and in no other', async () => {
  const secret = 'The lamp beside my door, where I live alone.'
  const draft = `meent-draft=${newToken()}`
  const { lat, lng } = town.spots.north
  const send = async (step: string, form: Record<string, string> | FormData) =>
    (await ask(`/issues/new/${step}`, { cookie: draft, form })).status
  expect(await send('place', { point: `${lat},${lng}` })).toBe(302)
  expect(await send('category', { category: 'street-light' })).toBe(302)
  expect(await send('details', { 'answers.trouble': 'off', description: secret, privacy: 'keep' })).toBe(302)
  const photo = await phonePhoto()
  const form = new FormData()
  form.set('files', new File([new Uint8Array(photo.bytes)], photo.name, { type: photo.type }))
  form.set('stay', 'yes')
  expect(await send('photos', form)).toBe(302)
  const shown = (await ask('/issues/new/photos', { cookie: draft })).text
  const picture = /\/issues\/new\/photos\/[\w.-]+/.exec(shown)?.[0] ?? 'none'
  expect((await ask(picture, { cookie: draft })).status).toBe(200)
  expect((await answer('/issues/new/details', draft)).text).toContain(secret)

  for (const cookie of [`meent-draft=${newToken()}`, cookies.neighbour, cookies.handler, cookies.nobody]) {
    for (const step of ['details', 'photos', 'contact', 'check'])
      expect(await answer(`/issues/new/${step}`, cookie)).toMatchObject({ to: '/issues/new/place?again', text: '' })
    await sameRefusal(404, cookie, picture, '/issues/new/photos/0123456789abcdef')
  }
})

test('a link to sign in works once, and only in the browser that asked for it', async () => {
  const path = `/sign-in/link/${things.signIn}`
  for (const cookie of ['', `asked=${newToken()}`, cookies.neighbour])
    expect(await answer(path, cookie, {})).toMatchObject({ status: 410, to: null })
  const asked = `asked=${things.browser}`
  const letIn = await ask(path, { cookie: asked, form: {} })
  expect(letIn).toMatchObject({ status: 302, to: '/me' })
  expect(letIn.headers.get('set-cookie')).toContain('meent-session=')
  expect((await answer(path, asked, {})).status).toBe(410)
})

test('a link of one kind is worth nothing as another kind', async () => {
  const unknown = newToken()
  for (const token of [things.signIn, things.invite, things.followEnd, things.receipt]) {
    await sameRefusal(410, '', `/follow/confirm/${unknown}`, `/follow/confirm/${token}`, [{}, {}])
  }
  for (const token of [things.signIn, things.followConfirm, things.receipt]) {
    await sameRefusal(410, '', `/follow/end/${unknown}`, `/follow/end/${token}`, [{}, {}])
    await sameRefusal(410, '', `/sign-in/invite/${unknown}`, `/sign-in/invite/${token}`)
  }
})

test('whether a case, a letter or a hidden issue is there, nobody learns who may not know', async () => {
  await town.given((tx) => tx.issue.update({ where: { ref: things.freeRef }, data: { isHidden: true } }))
  const gone = 'TDM-0000-000'
  for (const cookie of Object.values(cookies)) {
    await sameRefusal(404, cookie, `/issues/${things.freeRef}`, `/issues/${gone}`)
    await sameRefusal(404, cookie, `/issues/${things.freeRef}/feed.atom`, `/issues/${gone}/feed.atom`)
    await sameRefusal(404, cookie, `/issues/${things.freeRef}/follow`, `/issues/${gone}/follow`)
  }
  for (const cookie of [cookies.handler, cookies.northHandler])
    await sameRefusal(404, cookie, `/desk/cases/${things.freeRef}`, `/desk/cases/${gone}`)
  for (const cookie of [cookies.owner, cookies.handler])
    await sameRefusal(403, cookie, `/admin/mailbox/${things.mailId}`, `/admin/mailbox/${other}`)
  await sameRefusal(403, cookies.owner, `/desk/cases/${things.ref}`, `/desk/cases/${gone}`)
  for (const ref of [things.ref, gone])
    expect(await answer(`/desk/cases/${ref}`, '')).toMatchObject({
      to: `/sign-in?next=%2Fdesk%2Fcases%2F${ref}`,
      text: '',
    })
})

test('a session that was made up, altered or ended is nobody', async () => {
  const [name, value = ''] = cookies.owner.split('=')
  for (const cookie of [`${name}=${'a'.repeat(50)}`, `${name}=${value.slice(0, -1)}`, `${name}=${value}0`])
    expect((await answer('/me', cookie)).to).toMatch(/^\/sign-in/)
  const ending = await cookieOf('resident')
  await answer('/sign-out', ending, {})
  expect((await answer('/me', ending)).to).toMatch(/^\/sign-in/)
})

test('contact details that were opened once are not handed out again from memory', async () => {
  const path = `/desk/cases/${things.ref}/contact`
  const form = { reportId: things.reportId, purposeOfUse: 'handle-report', once: randomUUID() }
  const looks = async () =>
    (await town.sql(`SELECT 1 FROM entry WHERE kind = 'contact.open' AND NOT is_refused`)).length
  const before = await looks()
  for (const _ of [1, 2]) expect((await answer(path, cookies.handler, form)).text).toContain(town.people.resident.email)
  expect(await looks()).toBe(before + 2)
  const refused = await answer(path, cookies.northHandler, form)
  expect(refused.status).toBe(403)
  expect(refused.text).not.toContain(town.people.resident.email)
  const [row] = await town.sql<{ all: string }>("SELECT string_agg(answer::text, '') AS all FROM idempotency")
  expect(row?.all ?? '').not.toContain(town.people.resident.email)
})
