import { beforeEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { env } from '~/platform/env.server'
import { stampForm } from '~/platform/human.server'
import { newToken } from '~/platform/tokens.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { tellFollowers } from '../letters/letter.server'
import { consentBehind, openLetterContent } from '../letters/outgoing-letter.server'
import { askToFollow, followForm } from './ask-to-follow.server'
import { confirmFollow } from './confirm-follow.server'
import { endFollow, endOwnFollow } from './end-follow.server'
import { tellOfNewIssue } from './tell-of-new-issue.server'

const town = useTown()
const notice = { noticeVersion: '1', noticeLanguage: 'en' }

beforeEach(async () => {
  await town.sql('DELETE FROM rate_bucket')
  await town.sql('DELETE FROM mail')
})

/** An issue as a report makes one. */
const issue = (areaKey = 'north', categoryKey = 'pothole', reporterId: string | null = null) =>
  town.given(async (tx) => {
    const at = new Date()
    const ref = `TST-${newToken().slice(0, 8)}`
    const made = await tx.issue.create({
      data: { ref, categoryKey, place: 'Lindestraat', areaKey, reportedAt: at, updatedAt: at },
    })
    await tx.report.create({
      data: { issueId: made.id, personId: reporterId, channel: 'web', language: 'en', reportedAt: at },
    })
    return made
  })

const asked = (what: Record<string, string>, email = 'follower@residents.example') => ({ ...what, email, ...notice })
const ask = async (what: Record<string, string>, email?: string) =>
  enterAs(askToFollow, await town.visit('anybody'), asked(what, email))

async function newestLetter() {
  const mail = await town.db.mail.findFirst({ orderBy: { madeAt: 'desc' } })
  const content = mail && (await openLetterContent(town.db, mail))
  return { mail, content, token: content?.link?.replace('/follow/confirm/', '') ?? '' }
}

const confirm = async (token: string) => enterAs(confirmFollow, await town.visit('anybody'), { token })

/** Follows and confirms; returns the token that ends it. */
async function follow(what: Record<string, string>, email?: string) {
  await ask(what, email)
  const { token, mail } = await newestLetter()
  await confirm(token)
  const row = await town.db.follow.findFirstOrThrow({ orderBy: { askedAt: 'desc' } })
  await town.sql('DELETE FROM mail')
  return { followId: row.id, personId: mail?.personId ?? '' }
}

const tell = (issueId: string, onceKey = newToken()) =>
  town.given((tx) =>
    tellFollowers(
      { tx, after: () => {}, now: new Date() },
      { issueId, template: 'update', values: { text: 'Hi' }, onceKey },
    ),
  )

test('nothing is sent before the owner of an address said yes, and news comes from then on', async () => {
  const { id, ref } = await issue()
  expect(await ask({ ref })).toMatchObject({ ok: true, value: { isConfirmed: false } })
  const { mail, content, token } = await newestLetter()
  expect(mail?.template).toBe('follow-confirm')
  expect(content?.values.what).toBe(`Pothole, Lindestraat (${ref})`)
  expect(await tell(id)).toBe(0)
  expect((await confirm(token)).ok).toBe(true)
  expect(await tell(id)).toBe(1)
  town.neverInRecords('follower@residents.example')
})

test('the question can be answered once, and within three days', async () => {
  const { ref } = await issue()
  await ask({ ref })
  const { token } = await newestLetter()
  await confirm(token)
  expect(await confirm(token)).toMatchObject({ ok: false, problem: { why: 'used' } })
  const other = await issue()
  await ask({ ref: other.ref })
  const late = await newestLetter()
  holdClock(new Date(Date.now() + 3 * 24 * 3_600_000 + 60_000))
  expect(await confirm(late.token)).toMatchObject({ ok: false, problem: { why: 'expired' } })
})

test('whoever follows already gets the same answer and no second letter', async () => {
  const { ref } = await issue()
  await follow({ ref })
  expect(await ask({ ref })).toMatchObject({ ok: true, value: { isConfirmed: false } })
  expect(await town.db.mail.count()).toBe(0)
})

test('a resident who signed in by mail follows with one press', async () => {
  const { ref, id } = await issue()
  const outcome = await enterAs(askToFollow, await town.visit('neighbour'), { ref, ...notice })
  expect(outcome).toMatchObject({ ok: true, value: { isConfirmed: true, personId: town.people.neighbour.id } })
  expect(await tell(id)).toBe(1)
})

describe('stopping', () => {
  test('takes one press on the link in a letter, and a second press says the same', async () => {
    const { ref, id } = await issue()
    await follow({ ref })
    await tell(id)
    const { content } = await newestLetter()
    const token = content?.endToken ?? ''
    expect((await enterAs(endFollow, await town.visit('anybody'), { token })).ok).toBe(true)
    expect((await enterAs(endFollow, await town.visit('anybody'), { token })).ok).toBe(true)
    expect(await tell(id)).toBe(0)
  })

  test('holds back a letter that was written but did not leave yet', async () => {
    const { ref, id } = await issue()
    await follow({ ref })
    await town.given((tx) => {
      const after = () => {}
      return tellFollowers(
        { tx, after, now: new Date() },
        { issueId: id, template: 'update', values: { text: 'Hi' }, onceKey: ref },
      )
    })
    const { mail, content } = await newestLetter()
    expect(await consentBehind(town.db, mail?.id ?? '')).toBe('given')
    await enterAs(endFollow, await town.visit('anybody'), { token: content?.endToken ?? '' })
    expect(await consentBehind(town.db, mail?.id ?? '')).toBe('withdrawn')
    const { letterTasks } = await import('../letters/letter-tasks.server')
    await letterTasks['letter.send-news']({ mailId: mail?.id })
    expect(await town.db.mail.findUnique({ where: { id: mail?.id ?? '' } })).toMatchObject({
      state: 'failed',
      trouble: 'not-wanted',
    })
    const [refusal] = await town.sql(
      `SELECT kind, is_refused FROM entry WHERE kind = 'letter.send-news' ORDER BY entry_id DESC LIMIT 1`,
    )
    expect(refusal).toMatchObject({ is_refused: true })
  })

  test('somebody ends their own follows and nobody else’s', async () => {
    const { ref } = await issue()
    await enterAs(askToFollow, await town.visit('resident'), { ref, ...notice })
    const { id: followId } = await town.db.follow.findFirstOrThrow({
      where: { personId: town.people.resident.id, endedAt: null },
    })
    const theirs = await enterAs(endOwnFollow, await town.visit('neighbour'), { followId })
    expect(theirs).toMatchObject({ ok: false, problem: { status: 404 } })
    expect(await enterAs(endOwnFollow, await town.visit('anybody'), { followId })).toMatchObject({
      problem: { status: 401 },
    })
    expect((await enterAs(endOwnFollow, await town.visit('resident'), { followId })).ok).toBe(true)
  })
})

describe('who follows an area or a kind of issue', () => {
  test.each([
    [{ area: 'north' }, 'north', 'pothole', 1],
    [{ area: 'north' }, 'south', 'pothole', 0],
    [{ category: 'graffiti' }, 'south', 'graffiti', 1],
    [{ category: 'graffiti' }, 'south', 'pothole', 0],
    [{ area: 'north', category: 'graffiti' }, 'north', 'graffiti', 1],
    [{ area: 'north', category: 'graffiti' }, 'north', 'pothole', 0],
    [{ area: 'north', category: 'graffiti' }, 'south', 'graffiti', 0],
  ])('%o hears of a new issue in %s of kind %s: %i letters', async (what, area, category, letters) => {
    await town.given((tx) => tx.follow.updateMany({ data: { endedAt: new Date() } }))
    await follow(what as Record<string, string>)
    const { id } = await issue(area, category)
    await enterAs(tellOfNewIssue, theSystem, { issueId: id })
    const again = await enterAs(tellOfNewIssue, theSystem, { issueId: id })
    expect(again).toMatchObject({ ok: true, value: { told: 0 } })
    expect(await town.db.mail.count({ where: { template: 'follow-news' } })).toBe(letters)
  })

  test('does not hear of what they reported themselves', async () => {
    const { personId } = await follow({ area: 'north' })
    const { id } = await issue('north', 'pothole', personId)
    await enterAs(tellOfNewIssue, theSystem, { issueId: id })
    expect(await town.db.mail.count({ where: { personId } })).toBe(0)
  })
})

describe('what is not taken', () => {
  test('nothing to follow, and things that are not there', async () => {
    expect(await ask({})).toMatchObject({ ok: false, problem: { fields: { area: 'follow.field.choose-one' } } })
    expect(await ask({ ref: 'TST-NOT-HERE' })).toMatchObject({ ok: false, problem: { status: 404 } })
    expect(await ask({ area: 'nowhere' })).toMatchObject({ ok: false, problem: { status: 404 } })
  })

  test.each(['', 'not an address', 'a@b.example, c@d.example', 'a@b.example\r\nBcc: c@d.example'])(
    'the address %j',
    async (email) => {
      expect(await ask({ area: 'north' }, email)).toMatchObject({
        ok: false,
        problem: { fields: { email: expect.any(String) } },
      })
    },
  )

  test('a form that a program filled in: in the trap, or without a stamp', async () => {
    const visit = { ...(await town.visit('anybody')), address: '192.0.2.7' }
    const stamp = stampForm(env().secretKey, followForm, new Date(Date.now() - 10_000))
    const given = { ...asked({ area: 'north' }), stamp }
    expect(await enterAs(askToFollow, visit, { ...given, 'second-website': 'x' })).toMatchObject({ ok: false })
    expect(await enterAs(askToFollow, visit, asked({ area: 'north' }))).toMatchObject({ ok: false })
    expect(await enterAs(askToFollow, visit, given)).toMatchObject({ ok: true })
  })

  test('an eleventh letter to one address within an hour', async () => {
    for (let n = 0; n < 11; n++) await ask({ ref: (await issue()).ref }, 'flooded@residents.example')
    expect(await town.db.mail.count()).toBe(10)
  })

  test.each(['handler', 'oversight', 'administrator'] as const)(
    'a follow by the %s: that is for residents',
    async (who) => {
      expect(await enterAs(askToFollow, await town.visit(who), asked({ area: 'north' }))).toMatchObject({
        problem: { status: 403 },
      })
    },
  )
})

test('when the record cannot be written nobody follows and nothing is sent', async () => {
  const { ref } = await issue()
  const before = await town.db.follow.count()
  await town.breakRecords('entry')
  await expect(ask({ ref })).rejects.toThrow()
  expect(await town.db.follow.count()).toBe(before)
  expect(await town.db.mail.count()).toBe(0)
})
