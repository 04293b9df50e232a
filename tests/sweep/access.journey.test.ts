import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { secondAdministrator } from '~/interactions/administration/second-administrator.fixture'
import { sequencedTown } from '../sequenced'
import { useTown } from '../town'
import { type Ask, serveTown } from '../town-over-http'
import { fill, filled, forms } from './access-forms'
import { type Expected, everybody, type Row, type Said, type Who } from './access-rows'
import { access } from './access-table'
import { layOut, type Things } from './access-things'
import { filesBelow, find } from './sources'
import { changedSince, stateOf } from './state-of-town'

const dataDir = 'var/test/access'
const town = useTown({ dataDir })
let ask: Ask
let stop: () => Promise<void>
let author: string
let things: Things
const cookies: Partial<Record<Who, string>> = {}
beforeAll(async () => {
  ;({ ask, stop } = await serveTown(town.url))
  author = (await secondAdministrator(town)).id
  things = await layOut(town, author)
  const ledger = await sequencedTown(town.url)
  await ledger.all()
  await ledger.end()
})
// Some of the forms end sessions.
beforeEach(async () => {
  for (const who of everybody) cookies[who] = await cookieOf(who)
})
afterAll(async () => {
  await stop()
  await rm(dataDir, { recursive: true, force: true })
})

const { name, email, phone } = town.people.resident
const secretsOfOwner = [name, email, phone]
const addressesOfStaff = Object.values(town.people).flatMap((one) => (one.role === 'resident' ? [] : [one.email]))
const mayMeetStaff = (who: Who) => !['anybody', 'resident', 'neighbour'].includes(who)

const cookieOf = async (who: Who) => (await town.request(who, '/')).headers.get('cookie') ?? ''
const expectedOf = (expected: Expected, who: Who): Said => expected[who] ?? expected.others
const isRefusal = (said: Said) => said === 'sign-in' || (typeof said === 'number' && said >= 400)

type Answer = Awaited<ReturnType<Ask>>

/** What came back, in the words of the table: null when it is as expected. */
function unlike(said: Said, answer: Answer, at: Things): string | null {
  const { status, to } = answer
  const came = to ? `${status} ${to}` : String(status)
  if (typeof said === 'number') return status === said && to === null ? null : came
  const place = said === 'sign-in' ? '/sign-in?next=%2F' : fill(said, at)
  return status === 302 && to?.startsWith(place) ? null : came
}

/** What of others this answer tells that it should not. */
function told(row: Row, who: Who, { text, to }: Answer): string[] {
  const all = `${text} ${to}`
  const isTheirs = who === 'resident' || row.showsOwnerTo?.includes(who)
  return [
    ...(isTheirs ? [] : secretsOfOwner.filter((secret) => all.includes(secret))),
    ...(mayMeetStaff(who) ? [] : addressesOfStaff.filter((secret) => all.includes(secret))),
  ]
}

const faults: string[] = []
async function visit(id: string, who: Who, cookie: string, at: Things, form?: Record<string, string>) {
  const row = access[id] as Row
  const said = expectedOf((form ? row.post : row.get) as Expected, who)
  const answer = await ask(fill(row.path, at), { cookie, form: form && filled(form, at) })
  const came = unlike(said, answer, at)
  if (came) faults.push(`${who} got ${came}, not ${said}`)
  for (const secret of told(row, who, answer)) faults.push(`${who} was told ${secret.slice(0, 4)}…`)
}

describe('who may open which page', () => {
  it.each(Object.entries(access).filter(([, { get }]) => get))('%s', async (id) => {
    faults.length = 0
    const before = await stateOf(town)
    await Promise.all(everybody.map((who) => visit(id, who, cookies[who] ?? '', things)))
    expect(faults).toEqual([])
    // Mail scanners and browsers that look ahead open pages too.
    expect(await changedSince(town, before)).toEqual([])
  })
})

describe('who may send which form', () => {
  it.each(Object.entries(access).filter(([, { post }]) => post))('%s', async (id, row) => {
    faults.length = 0
    const form = forms[id] as Record<string, string>
    // What a form is about is there once for each who is let in.
    const isAboutThings = /\{|questions/.test(`${row.path} ${Object.values(form)}`)
    const isRefused = (who: Who) => isRefusal(expectedOf(row.post as Expected, who))
    const before = await stateOf(town)
    await Promise.all(everybody.filter(isRefused).map((who) => visit(id, who, cookies[who] ?? '', things, form)))
    expect(faults).toEqual([])
    expect(await changedSince(town, before)).toEqual([])

    for (const who of everybody.filter((one) => !isRefused(one))) {
      const own = isAboutThings ? await layOut(town, author) : things
      // A session of their own, because some of these forms end it.
      const cookie = await cookieOf(who)
      // A change is approved only by somebody who opened it.
      if (id.startsWith('admin.changes.$id')) await ask(`/admin/changes/${own.changeId}`, { cookie })
      // And a look is hidden only by an officer who saw what was proposed.
      if (id.startsWith('oversight.exceptions.$id')) await ask('/oversight/exceptions', { cookie })
      const early = await stateOf(town)
      await visit(id, who, cookie, own, form)
      expect(faults).toEqual([])
      // Otherwise the form above was refused because it was no good, and nothing was tried.
      expect((await changedSince(town, early)).length > 0, who).toBe(!row.changesNothing?.includes(who))
    }
  })

  it.each(Object.entries(access).filter(([, { post }]) => post))(
    '%s: not from a page of another site',
    async (id, row) => {
      if (id === 'follow.end.$token.by-mail') return
      const before = await stateOf(town)
      for (const who of ['resident', 'handler', 'administrator'] as const) {
        const headers = { origin: 'https://evil.example' }
        const form = filled(forms[id] ?? {}, things)
        const { status } = await ask(fill(row.path, things), { cookie: cookies[who] ?? '', form, headers })
        expect(status).toBe(403)
      }
      expect(await changedSince(town, before)).toEqual([])
    },
  )
})

test('every route that loads or acts stands in the table, and nothing else does', () => {
  const routes = filesBelow('app/routes').flatMap((file) => {
    const has = (what: string) => find(file, what) !== null
    const id = file.slice('app/routes/'.length).replace(/\.tsx?$/, '')
    return has('loader') || has('action') ? [{ id, loads: has('loader'), acts: has('action') }] : []
  })
  const declared = Object.entries(access).map(([id, { get, post }]) => ({
    id,
    loads: get !== null,
    acts: post !== null,
  }))
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
  expect(declared.sort(byId)).toEqual(routes.sort(byId))
  expect(Object.keys(forms).sort()).toEqual(
    declared
      .filter(({ acts }) => acts)
      .map(({ id }) => id)
      .sort(),
  )
})
