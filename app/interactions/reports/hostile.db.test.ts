import { expect, test } from 'vitest'
import { newToken } from '~/platform/tokens.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { keepCategory } from './drafts/keep-category.server'
import { keepContact } from './drafts/keep-contact.server'
import { keepDetails } from './drafts/keep-details.server'
import { keepPhotosInDraft } from './drafts/keep-photos.server'
import { keepPlace } from './drafts/keep-place.server'
import { showCategory } from './form/show-category.server'
import { showMeToo } from './form/show-me-too.server'
import { showPlaceStep } from './form/show-place-step.server'
import { meToo } from './me-too.server'
import { readReceipt } from './receipts/read-receipt.server'
import { lampReport } from './report-form.fixture'
import { reportIssue } from './report-issue.server'

const town = useTown()

const hostile: [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['an image that acts', '"><img src=x onerror=alert(1)>'],
  ['a link that acts', 'javascript:alert(document.cookie)'],
  ['SQL', "'); DROP TABLE issue; --"],
  ['a message pattern', '{count, plural, one {#} other {#}} {town}'],
  ['a template', '\u0024{process.env.SECRET_KEY} {{7*7}} <%= 7*7 %>'],
  ['a turned direction', 'abc\u202Egnp.exe\u202C\u2066x\u2069'],
  ['NUL and its kin', 'a\u0000b\u0007c\u001b[31md'],
  ['half a sign', 'broken \ud800 half'],
  ['a family', '👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301'],
  ['Arabic', 'المصباح مكسور عند المقعد'],
  ['many marks', `Z${'\u0351'.repeat(300)}algo`],
  ['a prototype', '__proto__'],
  ['ten thousand characters', 'x'.repeat(10_000)],
  ['a pattern that makes slow', `${'a'.repeat(5000)}!`],
  ['lines', 'one\r\ntwo\rthree\nfour'],
]

const fields = [
  'lat',
  'lng',
  'category',
  'description',
  'name',
  'email',
  'phone',
  'letterLanguage',
  'privacy',
  'channel',
  'noticeVersion',
  'draftToken',
  'isNamePublic',
  'stamp',
  'answers',
] as const

test.each(hostile)(
  '%s in any field of a report is kept as text or refused, and never breaks anything',
  async (_, text) => {
    const visit = await town.visit('anybody')
    for (const field of fields) {
      const outcome = await enterAs(
        reportIssue,
        visit,
        lampReport(town.spots.north, { privacy: 'keep', [field]: text }),
      )
      if (!outcome.ok) expect(outcome.problem.status, field).toBeLessThan(500)
    }
    const answer = await enterAs(
      reportIssue,
      visit,
      lampReport(town.spots.north, { privacy: 'keep', answers: { trouble: 'off', 'pole-number': text, [text]: text } }),
    )
    if (!answer.ok) expect(answer.problem.status).toBe(422)
    const tables = await town.sql<{ n: number }>(
      "SELECT count(*)::integer AS n FROM information_schema.tables WHERE table_name = 'issue'",
    )
    expect(tables[0]?.n).toBe(1)
  },
  60_000,
)

test.each([
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['abc\u202Egnp.exe', 'abcgnp.exe'],
  ['a\u0000b\u0007c', 'abc'],
  ['broken \ud800 half', 'broken  half'],
  ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['e\u0301', 'é'],
  ['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦'],
])('what was typed as %o is kept as %o', async (typed, kept) => {
  const outcome = await enterAs(
    reportIssue,
    await town.visit('anybody'),
    lampReport(town.spots.north, { description: typed }),
  )
  if (!outcome.ok) throw outcome.problem
  expect((await town.db.report.findUniqueOrThrow({ where: { id: outcome.value.reportId } })).description).toBe(kept)
})

test.each(hostile)(
  '%s in any page of the form answers with a page or a refusal',
  async (_, text) => {
    const visit = await town.visit('anybody')
    const draftToken = newToken()
    await enterAs(keepPlace, visit, { draftToken, point: `${town.spots.north.lat},${town.spots.north.lng}` })
    await enterAs(keepCategory, visit, { draftToken, category: 'street-light' })
    const notice = { noticeVersion: '1', noticeLanguage: 'en' }
    const outcomes = [
      await enterAs(showPlaceStep, visit, { draftToken, q: text, letter: text, street: text, lat: text, lng: text }),
      await enterAs(showCategory, visit, { draftToken, q: text }),
      await enterAs(showMeToo, visit, { ref: text }),
      await enterAs(readReceipt, visit, { id: text }),
      await enterAs(keepPlace, visit, { draftToken, point: text }),
      await enterAs(keepPlace, visit, { draftToken: text, point: '1,1' }),
      await enterAs(keepCategory, visit, { draftToken, category: text }),
      await enterAs(keepDetails, visit, {
        draftToken,
        description: text,
        privacy: 'keep',
        answers: { trouble: text, 'pole-number': text },
      }),
      await enterAs(keepPhotosInDraft, visit, { draftToken, remove: text, alts: { '0': text } }),
      await enterAs(keepContact, visit, { draftToken, name: text, email: text, phone: text, ...notice }),
      await enterAs(meToo, visit, { ref: text, description: text, ...notice }),
    ]
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.problem.status).toBeLessThan(500)
  },
  60_000,
)
