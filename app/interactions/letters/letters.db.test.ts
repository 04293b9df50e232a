import smtpTester from 'smtp-tester'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { env, useEnv } from '~/platform/env.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { tellFollowers, writeLetter } from './letter.server'
import { letterTasks } from './letter-tasks.server'
import { openLetter } from './open-letter.server'
import { retryLetter } from './retry-letter.server'
import { seeMailbox } from './see-mailbox.server'
import { nextTry, sendAnswer } from './send-letter.server'

const town = useTown()
const port = 25_000 + Math.floor(Math.random() * 5_000)
let server: ReturnType<typeof smtpTester.init> | undefined
type Sent = {
  sender: string
  receivers: Record<string, boolean>
  headers: Record<string, unknown>
  body: string
  html: string
  data: string
}
let received: Sent[] = []

const listen = () => {
  server = smtpTester.init(port)
  server.bind((_address, _id, email) => void received.push(email as unknown as Sent))
}
beforeAll(listen)
afterAll(() => new Promise<void>((done) => (server ? server.stop(() => done()) : done())))
beforeEach(async () => {
  received = []
  useEnv({ ...env(), smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'town@testdam.example' })
  await town.sql('DELETE FROM mail')
})

type Given = Partial<Parameters<typeof writeLetter>[1]>

/** Writes a letter as an act would, and returns its number. */
async function write(more: Given = {}): Promise<string> {
  const letter = {
    onceKey: `test:${Math.random()}`,
    personId: town.people.resident.id,
    template: 'update' as const,
    language: 'en',
  }
  const values = {
    ref: 'TST-2345-67B',
    category: 'Street light',
    place: 'Lindestraat',
    text: 'The lamp comes on Friday.',
  }
  await town.given((tx) =>
    writeLetter({ tx, after: () => {}, now: new Date() }, { ...letter, values, link: '/issues/TST-2345-67B', ...more }),
  )
  const mail = await town.db.mail.findFirstOrThrow({ orderBy: { madeAt: 'desc' } })
  return mail.id
}

const send = (mailId: string) => enterAs(sendAnswer, theSystem, { mailId })
const stateOf = (id: string) => town.db.mail.findUniqueOrThrow({ where: { id } })

test('a letter reaches its reader as text and as a page, with what was said and a link to the issue', async () => {
  const id = await write()
  expect(await send(id)).toMatchObject({ ok: true, value: { state: 'sent' } })
  const [mail] = received
  expect(Object.keys(mail?.receivers ?? {})).toEqual([town.people.resident.email])
  expect(mail?.sender).toBe('town@testdam.example')
  expect(mail?.body).toContain('Dear Rosa Jansen,')
  expect(mail?.body).toContain('> The lamp comes on Friday.')
  expect(mail?.body).toContain('http://localhost:3000/issues/TST-2345-67B')
  expect(mail?.html).toContain('<html lang="en" dir="ltr">')
  expect(mail?.headers['message-id']).toContain(id)
  expect(await stateOf(id)).toMatchObject({ state: 'sent', sentAt: expect.any(Date) })
})

test('an Arabic letter runs from right to left', async () => {
  await send(await write({ language: 'ar' }))
  expect(received[0]?.html).toContain('<html lang="ar" dir="rtl">')
  expect(received[0]?.html).toContain('border-right')
  expect(received[0]?.headers['content-language']).toBe('ar')
})

test('a letter that is sent twice leaves once', async () => {
  const id = await write()
  await Promise.all([send(id), send(id), send(id)])
  expect(received).toHaveLength(1)
})

test('one letter is written per key, however often it is asked for', async () => {
  await write({ onceKey: 'report:1' })
  await write({ onceKey: 'report:1' })
  expect(await town.db.mail.count()).toBe(1)
})

describe('nothing that somebody typed reaches the head of a letter', () => {
  const hostile = 'x\r\nBcc: victim@evil.example\r\n\r\n<script>alert(1)</script>'
  test.each(['text', 'place', 'category', 'ref', 'what'])('not through %s', async (name) => {
    const values = {
      ref: 'TST-2345-67B',
      category: 'Street light',
      place: 'Lindestraat',
      text: 'Fine.',
      what: 'Potholes',
      [name]: hostile,
    }
    await send(await write({ values, template: name === 'text' ? 'update' : 'follow-news' }))
    const [mail] = received
    expect(Object.keys(mail?.receivers ?? {})).toEqual([town.people.resident.email])
    expect(mail?.headers).not.toHaveProperty('bcc')
    const [head = ''] = (mail?.data ?? '').split(/\r?\n\r?\n/, 1)
    expect(head).not.toMatch(/^bcc:/im)
    expect(mail?.html).not.toContain('<script>')
  })

  test('not through the name or the address of a reader', async () => {
    const { people, given } = town
    const { findOrMakeResident } = await import('../people/person.server')
    const made = await given((tx) =>
      findOrMakeResident(tx, { email: 'a@b.example,victim@evil.example', name: hostile, language: 'en' }, new Date()),
    )
    expect(await send(await write({ personId: made.personId }))).toMatchObject({ value: { state: 'failed' } })
    expect(received).toHaveLength(0)
    expect(people.resident.email).not.toContain('evil')
  })
})

test('a link to another site cannot be put into a letter', async () => {
  await expect(write({ link: 'https://evil.example' })).rejects.toThrow()
  await expect(write({ link: '//evil.example' })).rejects.toThrow()
  await expect(write({ link: '/\\evil.example' })).rejects.toThrow()
})

describe('when the mail server does not answer', () => {
  test('the letter waits, is tried again later, and leaves when the server is back', async () => {
    useEnv({ ...env(), smtpUrl: 'smtp://127.0.0.1:9' })
    const id = await write()
    expect(await send(id)).toMatchObject({ ok: true, value: { state: 'waiting' } })
    const waiting = await stateOf(id)
    expect(waiting).toMatchObject({
      tries: 1,
      trouble: expect.stringMatching(/ECONN|ESOCKET/),
      nextTryAt: expect.any(Date),
    })
    useEnv({ ...env(), smtpUrl: `smtp://127.0.0.1:${port}` })
    expect(await send(id)).toMatchObject({ value: { state: 'sent' } })
    expect(received).toHaveLength(1)
  })

  test('it is given up after three days, and the administrator sees it and can send it once more', async () => {
    const id = await write()
    useEnv({ ...env(), smtpUrl: 'smtp://127.0.0.1:9' })
    holdClock(new Date(Date.now() + 3 * 24 * 3_600_000))
    expect(await send(id)).toMatchObject({ value: { state: 'failed' } })
    const mailbox = await enterAs(seeMailbox, await town.visit('administrator'), { state: 'failed' })
    expect(mailbox).toMatchObject({ ok: true, value: { letters: [{ id, state: 'failed' }], counts: { failed: 1 } } })
    useEnv({ ...env(), smtpUrl: `smtp://127.0.0.1:${port}` })
    expect((await enterAs(retryLetter, await town.visit('administrator'), { mailId: id })).ok).toBe(true)
    holdClock(undefined)
    await town.work()
    expect(await stateOf(id)).toMatchObject({ state: 'sent' })
  })

  test('the waits grow from a minute to six hours', () => {
    const now = new Date('2026-11-20T09:00:00Z')
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map(
      (tries) => ((nextTry(tries, now, now)?.getTime() ?? 0) - now.getTime()) / 60_000,
    )
    expect(waits).toEqual([1, 2, 5, 15, 60, 180, 360, 360])
    expect(nextTry(9, new Date('2026-11-17T09:00:00Z'), now)).toBeNull()
  })
})

describe('without a mail server', () => {
  beforeEach(() => void useEnv({ ...env(), smtpUrl: undefined }))

  test('a letter waits in the mailbox, and opening it is on record for its reader', async () => {
    const id = await write()
    await send(id)
    const opened = await enterAs(openLetter, await town.visit('administrator'), { mailId: id })
    expect(opened).toMatchObject({
      ok: true,
      value: { to: town.people.resident.email, state: 'kept', subject: 'News about issue TST-2345-67B' },
    })
    const [event] = await town.sql(`SELECT * FROM audit_event ORDER BY event_id DESC LIMIT 1`)
    expect(event).toMatchObject({ purpose_of_use: 'deliver-letters', role: 'administrator', event_type: 'read' })
  })

  test('a link that lets somebody in is hidden from the administrator, except in the demo', async () => {
    const values = { until: new Date() }
    const id = await write({ template: 'sign-in-link', values, link: '/sign-in/link/SECRET-TOKEN' })
    const visit = await town.visit('administrator')
    const hidden = await enterAs(openLetter, visit, { mailId: id })
    expect(JSON.stringify(hidden)).not.toContain('SECRET-TOKEN')
    useEnv({ ...env(), demo: true })
    const shown = await enterAs(openLetter, visit, { mailId: id })
    expect(JSON.stringify(shown)).toContain('SECRET-TOKEN')
    useEnv({ ...env(), demo: false })
  })

  test.each(['resident', 'neighbour', 'handler', 'newcomer', 'oversight', 'anybody'] as const)(
    'the %s cannot enter the mailbox',
    async (who) => {
      const id = await write()
      const visit = await town.visit(who)
      for (const interaction of [seeMailbox, openLetter, retryLetter] as AnyInteraction[]) {
        expect(await enterAs(interaction, visit, { mailId: id })).toMatchObject({ ok: false })
      }
    },
  )
})

describe('who hears about an issue', () => {
  async function issueWith(reporters: (string | null)[]) {
    return town.given(async (tx) => {
      const at = new Date()
      const issue = await tx.issue.create({
        data: {
          ref: `TST-${Math.random()}`,
          categoryKey: 'pothole',
          place: 'Lindestraat',
          areaKey: 'north',
          reportedAt: at,
          updatedAt: at,
        },
      })
      for (const personId of reporters) {
        await tx.report.create({
          data: { issueId: issue.id, personId, channel: 'web', language: 'nl', reportedAt: at },
        })
      }
      return issue.id
    })
  }
  const tell = (issueId: string, template: 'update' | 'question' = 'question') =>
    town.given((tx) =>
      tellFollowers(
        { tx, after: () => {}, now: new Date() },
        { issueId, template, values: { text: 'Hello' }, onceKey: `u:${issueId}` },
      ),
    )

  test('news goes to nobody who did not ask for it', async () => {
    const issueId = await issueWith([town.people.resident.id, town.people.neighbour.id])
    expect(await tell(issueId, 'update')).toBe(0)
  })

  test('what the town owes goes to each reporter who left an address, once, in the language of the report', async () => {
    const { resident, neighbour } = town.people
    const issueId = await issueWith([resident.id, resident.id, neighbour.id, null])
    expect(await tell(issueId)).toBe(2)
    expect(await tell(issueId)).toBe(0)
    useEnv({ ...env(), smtpUrl: `smtp://127.0.0.1:${port}` })
    const mail = await town.db.mail.findFirstOrThrow({ where: { personId: resident.id } })
    await send(mail.id)
    expect(received[0]?.headers.subject).toContain('De gemeente heeft een vraag')
    expect(received[0]?.body).toContain('Gat in de weg')
  })
})

test('a letter to somebody who was erased is not written', async () => {
  await town.sql('DELETE FROM person_key WHERE person_id = $1', [town.people.neighbour.id])
  const written = await town.given((tx) =>
    writeLetter(
      { tx, after: () => {}, now: new Date() },
      {
        onceKey: 'erased',
        personId: town.people.neighbour.id,
        template: 'update',
        language: 'en',
        values: { ref: 'x', category: 'x', place: 'x' },
      },
    ),
  )
  expect(written).toBe(false)
  expect(await town.db.mail.count()).toBe(0)
})

test('every kind of letter has a way to leave', () => {
  expect(Object.keys(letterTasks).sort()).toEqual([
    'letter.send',
    'letter.send-account',
    'letter.send-news',
    'letter.send-oversight',
    'letter.send-staff',
  ])
})
