import { beforeEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { newSessionId, sessionCookie, signedIn } from '~/platform/session.server'
import { newToken } from '~/platform/tokens.server'
import { codeAt, stepAt } from '~/platform/totp.server'
import { enterAs } from '~/safeguards/door.server'
import type { NameInTestdam } from '~tests/people-of-testdam'
import { useTown } from '~tests/town'
import { changePassword, newCodes } from './change-sign-in.server'
import { choosePassword } from './choose-password.server'
import { codeStep } from './code-step.server'
import { makeInvite } from './invite.server'
import { passwordStep } from './password-step.server'
import { readInvite } from './read-invite.server'
import { seeRecoveryCodes } from './see-recovery-codes.server'
import { setUpAuthenticator } from './set-up-authenticator.server'

const town = useTown()
const password = 'a heron stands in the canal'
const start = new Date('2026-11-20T09:00:00Z').getTime()
let minutes = 0

// Every test stands at a moment of its own, so that no code of an earlier one is still in force.
beforeEach(async () => {
  await town.sql('DELETE FROM rate_bucket')
  minutes += 30
  holdClock(new Date(start + minutes * 60_000))
})
const now = () => new Date(start + minutes * 60_000)
const later = (seconds: number) => holdClock(new Date(now().getTime() + seconds * 1000))

const anybody = () => town.visit('anybody')
const fresh = () => ({ sessionToken: newSessionId(), device: 'Test' })

/** Goes through an invitation to the end; returns what the person then knows. */
async function invited(who: NameInTestdam) {
  const { path } = await town.given((tx) => makeInvite(tx, town.people[who].id, now()))
  const token = path.replace('/sign-in/invite/', '')
  const browserToken = newToken()
  await enterAs(choosePassword, await anybody(), { token, password, browserToken })
  const read = await enterAs(readInvite, await anybody(), { token, browserToken })
  if (!read.ok || read.value.step !== 'authenticator') throw new Error('The invitation did not go on.')
  const { secret } = read.value
  const code = codeAt(secret, stepAt(now()))
  const done = await enterAs(setUpAuthenticator, await anybody(), { token, code, browserToken, ...fresh() })
  if (!done.ok) throw done.problem
  const opened = await enterAs(seeRecoveryCodes, await town.visit(who), { sealedCodes: done.value.sealedCodes })
  // The code of this step is used up: what follows happens a minute later.
  minutes += 1
  holdClock(now())
  return {
    token,
    browserToken,
    secret,
    codes: opened.ok ? opened.value.codes : [],
    sealedCodes: done.value.sealedCodes,
  }
}

const tryPassword = async (email: string, typed = password, address: string | null = null) =>
  enterAs(passwordStep, { ...(await anybody()), address }, { email, password: typed })

async function stepTokenOf(who: NameInTestdam) {
  const outcome = await tryPassword(town.people[who].email)
  if (!outcome.ok || !outcome.value.stepToken) throw new Error('The password was refused.')
  return outcome.value.stepToken
}

const tryCode = async (stepToken: string, code: string, session = fresh()) =>
  enterAs(codeStep, await anybody(), { stepToken, code, ...session })

test('somebody who was invited chooses a password, connects a phone, and signs in with both from then on', async () => {
  const { secret, codes } = await invited('handler')
  expect(codes).toHaveLength(10)
  const session = fresh()
  const outcome = await tryCode(await stepTokenOf('handler'), codeAt(secret, stepAt(now())), session)
  expect(outcome).toMatchObject({ ok: true, value: { outcome: 'signed-in', role: 'civil-servant', next: '/desk' } })
  const cookie = sessionCookie(session.sessionToken, 'civil-servant')
  expect(cookie).toContain('SameSite=Strict')
  expect(cookie).toContain('HttpOnly')
  const headers = { cookie: cookie.split(';', 1)[0] ?? '' }
  expect(await signedIn(new Request('http://localhost:3000/desk', { headers }))).toMatchObject({
    role: 'civil-servant',
  })
})

describe('an invitation', () => {
  test('works once', async () => {
    const { token, browserToken } = await invited('northHandler')
    expect(await enterAs(readInvite, await anybody(), { token, browserToken })).toMatchObject({
      problem: { why: 'used' },
    })
  })

  test('belongs to the browser in which the password was chosen', async () => {
    const { path } = await town.given((tx) => makeInvite(tx, town.people.newcomer.id, now()))
    const token = path.replace('/sign-in/invite/', '')
    await enterAs(choosePassword, await anybody(), { token, password, browserToken: newToken() })
    const elsewhere = await enterAs(readInvite, await anybody(), { token, browserToken: newToken() })
    expect(elsewhere).toMatchObject({ ok: false, problem: { why: 'other-browser' } })
    expect(await tryPassword(town.people.newcomer.email)).toMatchObject({ value: { outcome: 'refused' } })
  })

  test('takes the place of the one before it', async () => {
    const first = await town.given((tx) => makeInvite(tx, town.people.newcomer.id, now()))
    await town.given((tx) => makeInvite(tx, town.people.newcomer.id, now()))
    const token = first.path.replace('/sign-in/invite/', '')
    expect(await enterAs(readInvite, await anybody(), { token })).toMatchObject({ problem: { why: 'unknown' } })
  })

  test.each([
    ['short', 'sign-in.password.too-short'],
    ['password123', 'sign-in.password.common'],
    ['Nick Visser', 'sign-in.password.about-you'],
  ])('does not take the password %s', async (typed, flaw) => {
    const { path } = await town.given((tx) => makeInvite(tx, town.people.newcomer.id, now()))
    const token = path.replace('/sign-in/invite/', '')
    const outcome = await enterAs(choosePassword, await anybody(), { token, password: typed, browserToken: newToken() })
    expect(outcome).toMatchObject({ ok: false, problem: { fields: { password: flaw } } })
  })
})

describe('the first step tells nothing about who is here', () => {
  test('a wrong password, an unknown address and a resident get the same answer', async () => {
    await invited('handler')
    const refused = { ok: true, value: { outcome: 'refused' }, warnings: [] }
    expect(await tryPassword(town.people.handler.email, 'wrong password')).toEqual({
      ...refused,
      traceId: expect.any(String),
    })
    expect(await tryPassword('nobody@testdam.example')).toEqual({ ...refused, traceId: expect.any(String) })
    expect(await tryPassword(town.people.resident.email)).toEqual({ ...refused, traceId: expect.any(String) })
  })

  test('it takes as long for an unknown address as for a wrong password', { retry: 2 }, async () => {
    await invited('handler')
    const times = { known: [] as number[], unknown: [] as number[] }
    // One after the other in turns, so that whatever else this machine does falls on both alike.
    for (let n = 0; n < 9; n++) {
      for (const [kind, email] of [
        ['known', town.people.handler.email],
        ['unknown', 'nobody@testdam.example'],
      ] as const) {
        const before = performance.now()
        await tryPassword(email, 'wrong password', `192.0.${n}.1`)
        times[kind].push(performance.now() - before)
      }
    }
    const middle = (list: number[]) => list.sort((one, other) => one - other)[4] ?? 0
    const [known, unknown] = [middle(times.known), middle(times.unknown)]
    // Hashing takes about 15 ms; without it an unknown address would answer in a third of the time.
    expect(unknown).toBeGreaterThan(known * 0.45)
    expect(unknown).toBeLessThan(known * 2.2)
  })

  test('guessing from one place locks nobody out elsewhere', async () => {
    await invited('handler')
    const { email } = town.people.handler
    for (let n = 0; n < 8; n++) await tryPassword(email, 'wrong password', '198.51.100.7')
    expect(await tryPassword(email, password, '198.51.100.7')).toMatchObject({ value: { outcome: 'too-often' } })
    expect(await tryPassword(email, password, '203.0.113.9')).toMatchObject({ value: { outcome: 'code-needed' } })
  })

  test('a guess is on record, without the address that was typed', async () => {
    await tryPassword('someone.else@testdam.example', 'wrong password')
    const [entry] = await town.sql<{ entry: Buffer }>(
      `SELECT entry FROM entry WHERE kind = 'sign-in.password' ORDER BY entry_id DESC LIMIT 1`,
    )
    expect(entry?.entry.toString()).toContain('refused')
    expect(entry?.entry.toString()).not.toContain('someone.else')
  })
})

describe('the second step', () => {
  test('takes a code once, however often it is sent', async () => {
    const { secret } = await invited('handler')
    const code = codeAt(secret, stepAt(now()))
    const first = await tryCode(await stepTokenOf('handler'), code)
    const again = await tryCode(await stepTokenOf('handler'), code)
    expect(first).toMatchObject({ value: { outcome: 'signed-in' } })
    expect(again).toMatchObject({ value: { outcome: 'refused' } })
  })

  test('of two copies sent at once one signs in', async () => {
    const { secret } = await invited('handler')
    const code = codeAt(secret, stepAt(now()))
    const [one, two] = [await stepTokenOf('handler'), await stepTokenOf('handler')]
    const both = await Promise.all([tryCode(one, code), tryCode(two, code)])
    expect(both.map((each) => each.ok && each.value.outcome).sort()).toEqual(['refused', 'signed-in'])
  })

  test('takes a recovery code once', async () => {
    const { codes } = await invited('handler')
    const [code = ''] = codes
    expect(await tryCode(await stepTokenOf('handler'), code.toLowerCase())).toMatchObject({
      value: { outcome: 'signed-in', by: 'recovery' },
    })
    expect(await tryCode(await stepTokenOf('handler'), code)).toMatchObject({ value: { outcome: 'refused' } })
  })

  test('ends after five wrong codes, and then begins with the password', async () => {
    const { secret } = await invited('handler')
    const stepToken = await stepTokenOf('handler')
    for (let n = 0; n < 4; n++)
      expect(await tryCode(stepToken, '000000')).toMatchObject({ value: { outcome: 'refused' } })
    expect(await tryCode(stepToken, '000000')).toMatchObject({ value: { outcome: 'start-again' } })
    expect(await tryCode(stepToken, codeAt(secret, stepAt(now())))).toMatchObject({
      ok: false,
      problem: { why: 'used' },
    })
  })

  test('is over ten minutes after the first', async () => {
    const { secret } = await invited('handler')
    const stepToken = await stepTokenOf('handler')
    later(601)
    const code = codeAt(secret, stepAt(new Date(now().getTime() + 601_000)))
    expect(await tryCode(stepToken, code)).toMatchObject({ ok: false, problem: { why: 'expired' } })
  })
})

describe('a change of how somebody signs in', () => {
  test('asks for the present password and a code, ends every other sign-in, and is told by letter', async () => {
    const { secret } = await invited('handler')
    await tryCode(await stepTokenOf('handler'), codeAt(secret, stepAt(now())))
    minutes += 1
    holdClock(now())
    const session = fresh()
    const change = {
      password: 'two herons in the canal',
      presentPassword: password,
      code: codeAt(secret, stepAt(now())),
    }
    const outcome = await enterAs(changePassword, await town.visit('handler'), { ...change, ...session })
    expect(outcome).toMatchObject({ ok: true, value: { outcome: 'changed' } })
    expect(await town.db.session.count({ where: { personId: town.people.handler.id } })).toBe(1)
    expect(await tryPassword(town.people.handler.email)).toMatchObject({ value: { outcome: 'refused' } })
    expect(await town.db.mail.findFirst({ where: { template: 'sign-in-changed' } })).toMatchObject({
      personId: town.people.handler.id,
    })
  })

  test('is refused without the right code, and nothing changes', async () => {
    await invited('handler')
    const change = { password: 'two herons in the canal', presentPassword: password, code: '000000' }
    const outcome = await enterAs(changePassword, await town.visit('handler'), { ...change, ...fresh() })
    expect(outcome).toMatchObject({ ok: true, value: { outcome: 'refused' } })
    expect(await tryPassword(town.people.handler.email)).toMatchObject({ value: { outcome: 'code-needed' } })
  })

  test('makes new recovery codes that nobody else can open, and the old ones stop working', async () => {
    const { secret, codes, sealedCodes } = await invited('handler')
    const elsewhere = await enterAs(seeRecoveryCodes, await town.visit('administrator'), { sealedCodes })
    expect(elsewhere).toMatchObject({ ok: false, problem: { status: 404 } })
    const asked = { presentPassword: password, code: codeAt(secret, stepAt(now())), ...fresh() }
    expect(await enterAs(newCodes, await town.visit('handler'), asked)).toMatchObject({ value: { outcome: 'changed' } })
    expect(await tryCode(await stepTokenOf('handler'), codes[3] ?? '')).toMatchObject({ value: { outcome: 'refused' } })
  })

  test.each(['resident', 'anybody'] as const)('is not for a %s', async (who) => {
    const asked = { password: 'two herons in the canal', presentPassword: password, code: '000000', ...fresh() }
    expect(await enterAs(changePassword, await town.visit(who), asked)).toMatchObject({ ok: false })
    expect(await enterAs(newCodes, await town.visit(who), asked)).toMatchObject({ ok: false })
  })
})

test('when the record cannot be written a right code signs nobody in and is not used up', async () => {
  const { secret } = await invited('handler')
  const stepToken = await stepTokenOf('handler')
  const code = codeAt(secret, stepAt(now()))
  await town.breakRecords('entry')
  await expect(tryCode(stepToken, code)).rejects.toThrow()
  await town.mendRecords()
  expect(await tryCode(stepToken, code)).toMatchObject({ value: { outcome: 'signed-in' } })
})
