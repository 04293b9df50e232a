import { afterEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { env, useEnv } from '~/platform/env.server'
import { endSessionsOf, keepSession, newSessionId, sessionCookie, signedIn } from '~/platform/session.server'
import { actorOf } from '~/safeguards/door/actor.server'
import { enter, enterAs } from '~/safeguards/door.server'
import type { NameInTestdam } from '~tests/people-of-testdam'
import { useTown } from '~tests/town'
import { endOwnSession } from './end-own-session.server'
import { seeSessions } from './see-sessions.server'
import { signInAsDemo } from './sign-in-as-demo.server'
import { signOut } from './sign-out.server'

const town = useTown()
const start = new Date('2026-11-20T09:00:00Z')
const minutesLater = (minutes: number) => holdClock(new Date(start.getTime() + minutes * 60_000))

afterEach(() => town.sql('DELETE FROM session'))

async function begin(who: NameInTestdam) {
  holdClock(start)
  const { id: personId, role } = town.people[who]
  const sessionId = newSessionId()
  await keepSession(town.db, { sessionId, personId, role, device: 'Test' }, start)
  const cookie = sessionCookie(sessionId, role).split(';', 1)[0] ?? ''
  const request = (method = 'GET') => new Request('http://localhost:3000/me/sessions', { method, headers: { cookie } })
  return { sessionId, request }
}

describe('how long a sign-in lasts', () => {
  const day = 24 * 60
  test.each([
    ['handler', 29, true],
    ['handler', 31, false],
    ['administrator', 31, false],
    ['oversight', 31, false],
    ['resident', 29 * day, true],
    ['resident', 31 * day, false],
  ] as const)('of the %s, left alone for %i minutes: still there %s', async (who, minutes, isThere) => {
    const { request } = await begin(who)
    minutesLater(minutes)
    expect((await signedIn(request())) !== null).toBe(isThere)
  })

  test('a civil servant who works on is asked again after eight hours', async () => {
    const { request } = await begin('handler')
    for (let minutes = 20; minutes < 480; minutes += 20) {
      minutesLater(minutes)
      expect(await signedIn(request())).not.toBeNull()
    }
    minutesLater(481)
    expect(await signedIn(request())).toBeNull()
  })

  test('a resident who comes back every week is asked again after ninety days', async () => {
    const { request } = await begin('resident')
    for (let days = 7; days < 90; days += 7) {
      minutesLater(days * day)
      expect(await signedIn(request())).not.toBeNull()
    }
    minutesLater(90 * day + 1)
    expect(await signedIn(request())).toBeNull()
  })
})

test('the database knows no session id, only its hash', async () => {
  const { sessionId } = await begin('handler')
  const [row] = await town.sql<{ text: string }>('SELECT session::text AS text FROM session')
  expect(row?.text).not.toContain(sessionId)
  expect(row?.text).not.toContain(Buffer.from(sessionId).toString('hex'))
})

test('a session id that somebody planted is worth nothing: signing in makes a new one', async () => {
  useEnv({ ...env(), demo: true })
  await town.given((tx) => tx.person.update({ where: { id: town.people.newcomer.id }, data: { isDemo: true } }))
  const planted = newSessionId()
  const headers = { cookie: `meent-session=${planted}` }
  const visit = await actorOf(new Request('http://localhost:3000/sign-in', { headers }))
  const sessionToken = newSessionId()
  const outcome = await enterAs(signInAsDemo, visit, { personId: town.people.newcomer.id, sessionToken, device: '' })
  expect(outcome.ok).toBe(true)
  expect(await signedIn(new Request('http://localhost:3000/desk', { headers }))).toBeNull()
  useEnv({ ...env(), demo: false })
})

describe('a demo sign-in', () => {
  const given = (personId: string) => ({ personId, sessionToken: newSessionId(), device: '' })
  test('does not exist where there is no demo', async () => {
    await town.given((tx) => tx.person.update({ where: { id: town.people.newcomer.id }, data: { isDemo: true } }))
    const outcome = await enterAs(signInAsDemo, await town.visit('anybody'), given(town.people.newcomer.id))
    expect(outcome).toMatchObject({ ok: false, problem: { status: 404 } })
  })
  test('never opens the account of a real person', async () => {
    useEnv({ ...env(), demo: true })
    const outcome = await enterAs(signInAsDemo, await town.visit('anybody'), given(town.people.administrator.id))
    expect(outcome).toMatchObject({ ok: false, problem: { status: 404 } })
    useEnv({ ...env(), demo: false })
  })
})

test('whoever signs out is signed out, also for somebody who kept the cookie', async () => {
  const { request } = await begin('handler')
  expect((await enter(signOut, request('POST'))).ok).toBe(true)
  expect(await signedIn(request())).toBeNull()
})

test('somebody sees their own sessions, can end one or all others, and reaches those of nobody else', async () => {
  const here = await begin('resident')
  await begin('resident')
  const other = await begin('neighbour')
  const seen = await enter(seeSessions, here.request())
  if (!seen.ok) throw seen.problem
  expect(seen.value.sessions.map(({ isThisOne }) => isThisOne).sort()).toEqual([false, true])
  const theirs = await enter(seeSessions, other.request())
  const sessionId = theirs.ok ? theirs.value.sessions[0]?.sessionId : ''
  const visit = await actorOf(here.request())
  expect(await enterAs(endOwnSession, visit, { sessionId })).toMatchObject({ ok: false, problem: { status: 404 } })
  expect(await signedIn(other.request())).not.toBeNull()
  expect(await enterAs(endOwnSession, visit, { sessionId: 'others' })).toMatchObject({ value: { ended: 1 } })
  expect(await signedIn(here.request())).not.toBeNull()
})

test('somebody who is disabled is out at once', async () => {
  const { request } = await begin('newcomer')
  await town.given(async (tx) => {
    await tx.person.update({ where: { id: town.people.newcomer.id }, data: { disabledAt: start } })
  })
  expect(await signedIn(request())).toBeNull()
  expect(await endSessionsOf(town.db, town.people.newcomer.id)).toBe(1)
  await town.given((tx) => tx.person.update({ where: { id: town.people.newcomer.id }, data: { disabledAt: null } }))
  expect(await signedIn(request())).toBeNull()
})

test('nobody without a session sees or ends sessions', async () => {
  expect(await enterAs(seeSessions, await town.visit('anybody'), {})).toMatchObject({
    ok: false,
    problem: { status: 401 },
  })
  const asked = { sessionId: 'others' }
  expect(await enterAs(endOwnSession, await town.visit('anybody'), asked)).toMatchObject({
    ok: false,
    problem: { status: 401 },
  })
})
