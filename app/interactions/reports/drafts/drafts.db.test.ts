import { expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { newToken } from '~/platform/tokens.server'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { showCategory } from '../form/show-category.server'
import { showCheck } from '../form/show-check.server'
import { showDetails } from '../form/show-details.server'
import { showNearby } from '../form/show-nearby.server'
import { showPlaceStep } from '../form/show-place-step.server'
import { showStart } from '../form/show-start.server'
import { sweepFiles } from '../photos/sweep-files.server'
import { reportIssue } from '../report-issue.server'
import { forgetDraft } from './forget-draft.server'
import { keepCategory } from './keep-category.server'
import { keepContact } from './keep-contact.server'
import { keepDetails } from './keep-details.server'
import { keepOther } from './keep-other.server'
import { keepOwnPlace } from './keep-own-place.server'
import { keepPhotosInDraft } from './keep-photos.server'
import { keepPlace } from './keep-place.server'

const town = useTown({ dataDir: 'var/test/drafts' })
const notice = { noticeVersion: '1', noticeLanguage: 'en' }
const { lat, lng } = town.spots.north
const text = 'The lamp beside the green bench is out since Monday.'

async function act(interaction: AnyInteraction, input: Record<string, unknown>) {
  const outcome = await enterAs(interaction, await town.visit('anybody'), input)
  if (!outcome.ok) throw outcome.problem
  return outcome.value as Record<string, unknown> & { goTo?: string }
}

/** Walks the form as far as the last page. */
async function wholeDraft(draftToken = newToken()) {
  await act(keepPlace, { draftToken, point: `${lat},${lng}` })
  await act(keepCategory, { draftToken, category: 'street-light' })
  await act(keepOther, { draftToken })
  await act(keepDetails, { draftToken, description: text, answers: { trouble: 'off' } })
  await act(keepPhotosInDraft, { draftToken })
  await act(keepContact, { draftToken, name: 'Tine Draft', email: 'tine@mail.example', ...notice })
  return draftToken
}

test('a draft survives: whoever comes back goes on where they stopped, and every page has what was typed', async () => {
  const draftToken = newToken()
  expect(await act(showStart, { draftToken })).toMatchObject({ begun: null })
  await act(keepPlace, { draftToken, lat: String(lat), lng: String(lng) })
  expect(await act(showStart, { draftToken })).toMatchObject({ begun: { step: 'category' } })
  await act(keepCategory, { draftToken, category: 'street-light' })
  await act(keepDetails, { draftToken, description: text, answers: { trouble: 'flickers', 'pole-number': '7' } })
  expect(await act(showStart, { draftToken })).toMatchObject({ begun: { step: 'photos' } })
  expect(await act(showPlaceStep, { draftToken })).toMatchObject({ place: { lat, lng } })
  expect(await act(showCategory, { draftToken })).toMatchObject({ chosen: 'street-light' })
  expect(await act(showDetails, { draftToken })).toMatchObject({
    description: text,
    answers: { trouble: 'flickers', 'pole-number': '7' },
  })
})

test('nobody gets past a question that is not answered', async () => {
  const draftToken = newToken()
  for (const page of [showCategory, showNearby, showDetails, showCheck]) {
    expect(await act(page, { draftToken })).toMatchObject({ goTo: 'place' })
  }
  await act(keepPlace, { draftToken, point: `${lat},${lng}` })
  expect(await act(showCheck, { draftToken })).toMatchObject({ goTo: 'category' })
  await act(keepCategory, { draftToken, category: 'street-light' })
  expect(await act(showCheck, { draftToken })).toMatchObject({ goTo: 'nearby' })
})

test('another kind of issue asks other questions, and keeps the text', async () => {
  const draftToken = await wholeDraft()
  expect((await act(showCheck, { draftToken })).goTo).toBeUndefined()
  await act(keepCategory, { draftToken, category: 'graffiti' })
  expect(await act(showCheck, { draftToken })).toMatchObject({ goTo: 'nearby' })
  await act(keepOther, { draftToken })
  expect(await act(showCheck, { draftToken })).toMatchObject({ goTo: 'details' })
  expect(await act(showDetails, { draftToken })).toMatchObject({ description: text, questions: [] })
})

test('the town cannot read a draft: nothing that was typed stands in the database', async () => {
  town.neverInRecords('Tine Draft', 'tine@mail.example', 'green bench')
  const draftToken = await wholeDraft()
  const rows = await town.sql<{ sealed: Buffer; id_hash: Buffer }>('SELECT * FROM draft')
  const stored = rows.map((row) => row.sealed.toString('latin1') + row.id_hash.toString('latin1')).join()
  for (const typed of ['Tine', 'mail.example', 'bench', 'street-light', draftToken]) expect(stored).not.toContain(typed)
  expect(await act(showStart, { draftToken: newToken() })).toMatchObject({ begun: null })
})

test('a draft leaves a record of having been kept, about nobody, and is no participation', async () => {
  const draftToken = await wholeDraft()
  const entries = await town.db.entry.findMany({
    where: { kind: { startsWith: 'draft.' } },
    orderBy: { entryId: 'desc' },
  })
  expect(entries[0]).toMatchObject({ objectType: 'draft', objectRef: 'draft', areaKey: null })
  expect(await town.db.participationRecord.count({ where: { interaction: { startsWith: 'draft.' } } })).toBe(0)
  expect(await town.db.processingLine.count({ where: { dataSubjectId: { not: null } } })).toBe(0)
  expect(await act(showStart, { draftToken })).toMatchObject({ begun: { step: 'check' } })
})

test('a draft that was sent cannot be sent twice, and tells whoever lost the answer where the receipt is', async () => {
  const draftToken = await wholeDraft()
  const page = (await act(showCheck, { draftToken })) as unknown as { once: string }
  const form = {
    lat,
    lng,
    category: 'street-light',
    description: text,
    answers: { trouble: 'off' },
    once: page.once,
    draftToken,
    ...notice,
  }
  const sent = (await act(reportIssue, form)) as unknown as { ref: string; reportId: string }
  const again = (await act(reportIssue, form)) as unknown as { ref: string }
  expect(again.ref).toBe(sent.ref)
  expect(await act(showCheck, { draftToken })).toEqual({ isSent: true })
  expect((await act(showStart, { draftToken })).sent).toMatch(/^\/receipts\/[\w-]{43}$/)
  // A new report on the same device begins empty.
  await act(keepPlace, { draftToken, point: `${lat},${lng}` })
  expect(await act(showDetails, { draftToken })).toMatchObject({ goTo: 'category' })
})

test('a draft of thirty days ago is gone, and the sweep takes its row away', async () => {
  const draftToken = await wholeDraft()
  holdClock(new Date(Date.now() + 31 * 86_400_000))
  expect(await act(showStart, { draftToken })).toMatchObject({ begun: null })
  const swept = await enterAs(sweepFiles, await town.visit('system'), {})
  expect(swept.ok && swept.value.drafts).toBeGreaterThan(0)
  expect(await town.db.draft.count()).toBe(0)
})

test('"start again" forgets what was written', async () => {
  const draftToken = await wholeDraft()
  await act(forgetDraft, { draftToken })
  expect(await act(showStart, { draftToken })).toMatchObject({ begun: null })
})

test('a draft that somebody altered in the database opens for nobody and breaks nothing', async () => {
  const draftToken = await wholeDraft()
  await town.sql(`UPDATE draft SET sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 1) % 256)`)
  expect(await act(showStart, { draftToken })).toMatchObject({ begun: null })
})

test('a kind that cannot wait leads to the phone, and no draft remembers it', async () => {
  const draftToken = newToken()
  await act(keepPlace, { draftToken, point: `${lat},${lng}` })
  const outcome = await enterAs(keepCategory, await town.visit('anybody'), { draftToken, category: 'gas-smell' })
  expect(outcome.ok || outcome.problem.toJSON()).toMatchObject({
    type: '/problems/call-instead',
    values: { category: 'gas-smell' },
  })
  expect(await act(showCategory, { draftToken })).toMatchObject({ chosen: null })
})

test('everyday words, words of another language and typing errors find the kind of issue', async () => {
  const draftToken = newToken()
  await act(keepPlace, { draftToken, point: `${lat},${lng}` })
  const found = async (q: string) => {
    const { found: all } = (await act(showCategory, { draftToken, q })) as unknown as { found: { key: string }[] }
    return all[0]?.key
  }
  expect(await found('lantern')).toBe('street-light')
  expect(await found('hole in the road')).toBe('pothole')
  expect(await found('farola')).toBe('street-light')
  expect(await found('grafitti')).toBe('graffiti')
  expect(await found('gas')).toBe('gas-smell')
  expect(await found("'; DROP TABLE issue; --")).toBeUndefined()
})

test('open issues of the kind within its radius are shown nearest first, with metres that are right', async () => {
  const at = (north: number) => ({ lat: lat + north / 111_195, lng })
  const report = (spot: { lat: number; lng: number }, category: string) =>
    act(reportIssue, { ...spot, category, answers: { trouble: 'off' }, ...notice }) as unknown as Promise<{
      ref: string
    }>
  await town.given((tx) => tx.issue.updateMany({ data: { isHidden: true } }))
  const far = await report(at(249), 'pothole')
  const near = await report(at(40), 'pothole')
  await report(at(251), 'pothole')
  await report(at(10), 'graffiti')
  const draftToken = newToken()
  await act(keepPlace, { draftToken, point: `${lat},${lng}` })
  await act(keepCategory, { draftToken, category: 'pothole' })
  const { issues } = (await act(showNearby, { draftToken })) as unknown as { issues: { ref: string; metres: number }[] }
  expect(issues.map(({ ref }) => ref)).toEqual([near.ref, far.ref])
  expect(Math.round(issues[0]?.metres ?? 0)).toBe(40)
  expect(Math.round(issues[1]?.metres ?? 0)).toBe(249)
})

const steps = {
  keepPlace,
  keepCategory,
  keepOther,
  keepDetails,
  keepPhotosInDraft,
  keepOwnPlace,
  keepContact,
  forgetDraft,
}
test.each(Object.keys(steps) as (keyof typeof steps)[])(
  '%s: staff who may not report keep no draft, and a broken record keeps none',
  async (name) => {
    const draftToken = await wholeDraft()
    const input = {
      draftToken,
      point: `${lat},${lng}`,
      category: 'pothole',
      description: text,
      answers: { trouble: 'off' },
      ...notice,
    }
    for (const who of ['oversight', 'administrator', 'system'] as const) {
      expect((await enterAs(steps[name] as AnyInteraction, await town.visit(who), input)).ok).toBe(false)
    }
    const before = await town.sql('SELECT * FROM draft ORDER BY id_hash')
    await town.breakRecords('entry')
    await expect(enterAs(steps[name] as AnyInteraction, await town.visit('anybody'), input)).rejects.toThrow()
    await town.mendRecords()
    expect(await town.sql('SELECT * FROM draft ORDER BY id_hash')).toEqual(before)
  },
)
