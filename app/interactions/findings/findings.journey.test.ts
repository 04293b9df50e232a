import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '~/safeguards/vocabulary'
import { aLook, findingRow, notice } from '~tests/findings-of-testdam'
import { useTown } from '~tests/town'
import { type Ask, serveTown } from '~tests/town-over-http'

const town = useTown()
let ask: Ask
let stop: () => Promise<void>
const cookies: Record<string, string> = {}

beforeAll(async () => {
  ;({ ask, stop } = await serveTown(town.url))
  for (const who of ['resident', 'handler', 'oversight'] as const)
    cookies[who] = (await town.request(who, '/')).headers.get('cookie') ?? ''
})
afterAll(() => stop())

/** A page as a browser without scripts has it. */
async function page(path: string, who: string | null, headers: Record<string, string> = {}) {
  const { status, text } = await ask(path, { cookie: (who && cookies[who]) || '', headers })
  expect(status, path).toBe(200)
  return text
}

/** Sends the form that stands on a page, with its hidden fields as the page gave them. Returns where it led. */
async function send(path: string, who: string | null, form: Record<string, string>) {
  const html = await page(path, who)
  const main = html.slice(html.indexOf('<main'))
  const hidden = [...main.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name ?? '',
    value ?? '',
  ])
  const { status, to, text } = await ask(path, {
    cookie: (who && cookies[who]) || '',
    form: { ...Object.fromEntries(hidden), ...form },
  })
  expect(status, `${path}: ${text.slice(0, 300)}`).toBe(302)
  return to ?? ''
}

const asked = 'Nobody called me. Why did somebody open my number?'
const explanation = 'I called about the place of the hole and nobody answered.'
const answer = 'The officer called you to find the hole, and nobody answered the call.'
const reasons = 'Your number was left for questions about this report, and it was used for one.'
town.neverInRecords(asked, explanation, answer, reasons)

test('a resident questions a look, the unit explains, the officer closes it with reasons, and the resident reads them', async () => {
  const { lineId } = await aLook(town)
  expect(await page('/me/looked', 'resident')).toContain('counts one act about you; it is there')
  const list = await page('/me/looked', 'resident')
  expect(list).toContain('2 acts about you, numbered 1 to 2; none is missing')
  expect(list).toContain(`question=${lineId}#line-${lineId}`)
  const to = await send(`/me/looked?question=${lineId}`, 'resident', { question: asked })
  expect(to).toMatch(/^\/me\/looked\?asked/)
  const after = await page(to, 'resident')
  for (const said of ['Oversight has your question', 'Waits for oversight', asked]) expect(after).toContain(said)
  expect(after).not.toContain(`question=${lineId}#`)

  const queue = await page('/oversight/findings', 'oversight')
  const [, id = ''] = /\/oversight\/findings\/([0-9a-f-]{36})/.exec(queue) ?? []
  expect(await page('/oversight', 'oversight')).toContain(`/oversight/findings/${id}`)
  const at = `/oversight/findings/${id}`
  expect(await page(at, 'oversight')).toContain(asked)
  const officerId = town.people.oversight.id
  await send(`${at}/assign`, 'oversight', { officerId, text: 'It is the first one of today.' })
  await send(`${at}/ask`, 'oversight', { askedTo: 'person', text: 'Why did you open this number?' })

  const desk = await page('/desk/findings', 'handler')
  expect(desk).toContain(`/desk/findings/${id}`)
  const question = await page(`/desk/findings/${id}`, 'handler')
  expect(question).toContain('Why did you open this number?')
  expect(question).not.toContain(asked)
  await send(`/desk/findings/${id}`, 'handler', { text: explanation })

  expect(await page(at, 'oversight')).toContain(explanation)
  await send(`${at}/answer`, 'oversight', { text: answer })
  await send(`${at}/publish`, 'oversight', { text: 'A look at a number was needed for a call.', language: 'en' })
  await send(`${at}/close`, 'oversight', { verdict: 'justified', text: reasons })
  expect(await findingRow(town, id)).toMatchObject({ state: 'closed', verdict: 'justified', closed_by: officerId })

  for (const path of ['/me/looked', '/me']) {
    const seen = await page(path, 'resident')
    for (const said of [answer, reasons, 'Closed', 'justified']) expect(seen, path).toContain(said)
    expect(seen).not.toContain(explanation)
  }
  expect(await page('/findings', null)).toContain('A look at a number was needed for a call.')
  expect(await page('/oversight/findings?view=closed', 'oversight')).toContain(id)
  await town.work()
})

test('somebody without an account does the same by the link of their report, and nobody else learns of it', async () => {
  const { lineId, receipt, ref } = await aLook(town)
  const at = `/receipts/${receipt}`
  expect(await page(at, null)).toContain(`${at}/looked`)
  const list = await page(`${at}/looked`, null)
  expect(list).toContain(ref)
  expect(await send(`${at}/looked?question=${lineId}`, null, { question: asked })).toMatch(/looked\?asked/)
  const after = await page(`${at}/looked`, null)
  expect(after).toContain('Waits for oversight')
  const { headers } = await ask(`${at}/looked`)
  expect(headers.get('cache-control')).toContain('no-store')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
})

test('a form that does not fit comes back at its line, with what was typed', async () => {
  const { lineId } = await aLook(town)
  const path = `/me/looked?question=${lineId}`
  const cookie = cookies.resident ?? ''
  const { status, text } = await ask(path, { cookie, form: { lineId, question: ' ', ...notice } })
  expect(status).toBe(422)
  expect(text).toContain('id="field-question"')
  expect(text).toContain('aria-invalid="true"')
})

test('a period without looks says so, and can be left again', async () => {
  const empty = await page('/me/looked?from=2020-01-01&to=2020-01-31', 'resident')
  expect(empty).toContain('in these days')
  expect(empty).toContain('value="2020-01-31"')
})

describe.each(languages)('in %s', (language) => {
  test('every page of findings has its words', async () => {
    const { receipt } = await aLook(town)
    const headers = { 'accept-language': language }
    const [row] = await town.sql<{ id: string }>('SELECT id FROM finding ORDER BY number LIMIT 1')
    const at = `/oversight/findings/${row?.id}`
    const pages = [
      ['/me/looked', 'resident'],
      ['/me', 'resident'],
      [`/receipts/${receipt}/looked`, null],
      ['/oversight', 'oversight'],
      ['/oversight/findings', 'oversight'],
      [at, 'oversight'],
      [`${at}/close`, 'oversight'],
      [`${at}/assign`, 'oversight'],
      [`${at}/publish`, 'oversight'],
      ['/oversight/exceptions', 'oversight'],
      ['/desk/findings', 'handler'],
      ['/findings', null],
    ] as const
    for (const [path, who] of pages) {
      const html = await page(path, who, headers)
      expect(html, path).toContain(`lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`)
      // A key that has no words would stand there itself.
      const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
      expect(body, path).not.toMatch(/>(finding|me|receipt|oversight|desk|check)\.[a-z-]+(\.[a-z-]+)+</)
    }
  })
})
