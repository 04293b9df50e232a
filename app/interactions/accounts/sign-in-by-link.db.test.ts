import { beforeEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { newSessionId, sessionCookie, signedIn } from '~/platform/session.server'
import { newToken } from '~/platform/tokens.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { openLetterContent } from '../letters/outgoing-letter.server'
import { askSignInLink } from './ask-sign-in-link.server'
import { signInByLink } from './sign-in-by-link.server'
import { tidyAccounts } from './tidy-accounts.server'

const town = useTown()
// Five letters an hour are enough for a person, not for all these tests.
beforeEach(() => town.sql('DELETE FROM rate_bucket'))

const notice = { noticeVersion: '1', noticeLanguage: 'en' }

/** Somebody asks for a link in a browser, and the letter is read where it arrives. */
async function ask(email: string, browserToken = newToken(), next?: string) {
  const asked = await enterAs(askSignInLink, await town.visit('anybody'), { email, browserToken, next, ...notice })
  await town.work()
  const mail = await town.db.mail.findFirst({ orderBy: { madeAt: 'desc' } })
  const content = mail && (await openLetterContent(town.db, mail))
  return { asked, browserToken, mail, token: content?.link?.replace('/sign-in/link/', '') ?? '' }
}

async function follow(token: string, browserToken: string) {
  const sessionToken = newSessionId()
  const device = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
  const outcome = await enterAs(signInByLink, await town.visit('anybody'), {
    token,
    browserToken,
    sessionToken,
    device,
  })
  const cookie = sessionCookie(sessionToken, 'resident').split(';', 1)[0] ?? ''
  return { outcome, request: new Request('http://localhost:3000/me', { headers: { cookie } }) }
}

test('a resident signs in with the link from their mail and lands where they wanted to go', async () => {
  const { token, browserToken } = await ask(town.people.resident.email, undefined, '/me/looked')
  const { outcome, request } = await follow(token, browserToken)
  expect(outcome).toMatchObject({ ok: true, value: { personId: town.people.resident.id, next: '/me/looked' } })
  expect(await signedIn(request)).toMatchObject({ personId: town.people.resident.id, role: 'resident' })
  const [session] = await town.db.session.findMany({ where: { personId: town.people.resident.id } })
  expect(session?.device).toBe('Firefox, Linux')
})

test('somebody new gets the same answer and the same letter, and exists from then on', async () => {
  const known = await ask(town.people.resident.email)
  const unknown = await ask('new.person@residents.example')
  expect(unknown.asked).toEqual({ ...known.asked, traceId: unknown.asked.traceId })
  expect(unknown.mail?.template).toBe(known.mail?.template)
  const { outcome } = await follow(unknown.token, unknown.browserToken)
  expect(outcome.ok).toBe(true)
  town.neverInRecords('new.person@residents.example')
})

test('whoever works for the town gets the same answer, but no link', async () => {
  const known = await ask(town.people.resident.email)
  const staff = await ask(town.people.handler.email)
  expect(staff.asked).toEqual({ ...known.asked, traceId: staff.asked.traceId })
  expect(staff.mail).toMatchObject({ template: 'sign-in-unknown', personId: town.people.handler.id })
  expect(staff.token).toBe('/sign-in/staff')
})

test('the address that asked waits sealed, never in the open', async () => {
  await enterAs(askSignInLink, await town.visit('anybody'), {
    email: 'secret.one@residents.example',
    browserToken: newToken(),
    ...notice,
  })
  const rows = await town.sql<{ all: string }>(
    `SELECT (SELECT string_agg(t::text, '') FROM one_time_token t) || (SELECT string_agg(j::text, '') FROM graphile_worker._private_jobs j) AS all`,
  )
  expect(rows[0]?.all).not.toContain('secret.one')
  await town.work()
})

describe('a link that is not for this moment, person or browser opens nothing', () => {
  test('a second use', async () => {
    const { token, browserToken } = await ask(town.people.resident.email)
    await follow(token, browserToken)
    expect((await follow(token, browserToken)).outcome).toMatchObject({ ok: false, problem: { why: 'used' } })
  })

  test('of twenty copies sent at once one signs in', async () => {
    const { token, browserToken } = await ask(town.people.neighbour.email)
    const before = await town.db.session.count()
    const copies = await Promise.all(Array.from({ length: 20 }, () => follow(token, browserToken)))
    expect(copies.filter(({ outcome }) => outcome.ok)).toHaveLength(1)
    expect(await town.db.session.count()).toBe(before + 1)
  })

  test('after ten minutes', async () => {
    const { token, browserToken } = await ask(town.people.resident.email)
    holdClock(new Date(Date.now() + 10 * 60_000 + 1_000))
    expect((await follow(token, browserToken)).outcome).toMatchObject({
      ok: false,
      problem: { why: 'expired', status: 410 },
    })
  })

  test('another browser, and a browser without its cookie', async () => {
    const { token, browserToken } = await ask(town.people.resident.email)
    expect((await follow(token, newToken())).outcome).toMatchObject({ ok: false, problem: { why: 'other-browser' } })
    expect((await follow(token, '')).outcome).toMatchObject({ ok: false, problem: { why: 'other-browser' } })
    expect((await follow(token, browserToken)).outcome.ok).toBe(true)
  })

  test('a guess, a link of another kind, and a person who was disabled since', async () => {
    expect((await follow(newToken(), newToken())).outcome).toMatchObject({ ok: false, problem: { why: 'unknown' } })
    const { token, browserToken } = await ask(town.people.neighbour.email)
    await town.given((tx) =>
      tx.person.update({ where: { id: town.people.neighbour.id }, data: { disabledAt: new Date() } }),
    )
    expect((await follow(token, browserToken)).outcome).toMatchObject({ ok: false, problem: { why: 'unknown' } })
    await town.given((tx) => tx.person.update({ where: { id: town.people.neighbour.id }, data: { disabledAt: null } }))
  })
})

test('nobody floods the mailbox of somebody else: after five letters in an hour the answer is the same and nothing leaves', async () => {
  const email = 'flooded@residents.example'
  for (let n = 0; n < 5; n++) await ask(email)
  const before = await town.db.mail.count()
  const sixth = await ask(email)
  expect(sixth.asked.ok).toBe(true)
  expect(await town.db.mail.count()).toBe(before)
})

test('without the notice that was shown nothing is taken', async () => {
  const outcome = await enterAs(askSignInLink, await town.visit('anybody'), {
    email: 'x@residents.example',
    browserToken: newToken(),
  })
  expect(outcome).toMatchObject({ ok: false, problem: { check: 'L05' } })
})

test('a path to another site is not where one lands', async () => {
  const { token, browserToken } = await ask(town.people.resident.email, undefined, '//evil.example/x')
  expect((await follow(token, browserToken)).outcome).toMatchObject({ ok: true, value: { next: '/me' } })
})

test('when the record cannot be written nobody is signed in, and the link still works afterwards', async () => {
  const { token, browserToken } = await ask(town.people.resident.email)
  const before = await town.db.session.count()
  await town.breakRecords('entry')
  await expect(follow(token, browserToken)).rejects.toThrow()
  expect(await town.db.session.count()).toBe(before)
  await town.mendRecords()
  expect((await follow(token, browserToken)).outcome.ok).toBe(true)
})

test('what its time is over is put away', async () => {
  await ask(town.people.resident.email)
  holdClock(new Date(Date.now() + 8 * 24 * 3_600_000))
  const outcome = await enterAs(tidyAccounts, await town.visit('system'), {})
  expect(outcome.ok).toBe(true)
  expect(await town.db.oneTimeToken.count()).toBe(0)
})
