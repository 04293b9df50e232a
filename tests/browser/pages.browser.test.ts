import { gzipSync } from 'node:zlib'
import type { Page, Request } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { knownFrom } from '~/commands/look/known'
import { addressOf, type Known, lookRoles, pages } from '~/commands/look/pages'
import { flawsOf, scrollsSideways } from './flaws'
import { useVisitors } from './visitor'

const { visit, go, expectNoTrouble } = useVisitors()
let known: Known

beforeAll(async () => {
  known = await knownFrom(visit)
}, 120_000)

const isStaffPage = (path: string) => /^\/(desk|oversight|admin)/.test(path)

/** What a page may weigh as HTML, and how many requests it may make; a map may make more, its tiles not counted. */
const mostKilobytes = (path: string) => (isStaffPage(path) ? 30 : 15)
const mostRequests = { public: 12, staff: 20, map: 30 }

// With a live map, or a drawn one in each row of a list.
const mapPages = new Set(['/', '/issues/new/place', '/me'])

/** Goes there and counts what is asked for on the way. */
async function goCounting(page: Page, path: string) {
  let requests = 0
  const count = (request: Request) => {
    if (!/^data:|\/map\/tiles\//.test(request.url())) requests++
  }
  page.on('request', count)
  const response = await go(page, path)
  page.off('request', count)
  // Where it led: the report begins at the place, which is a map.
  const { pathname } = new URL(page.url())
  const most = isStaffPage(path) ? mostRequests.staff : mapPages.has(pathname) ? mostRequests.map : mostRequests.public
  return { response, trouble: requests > most ? [`${requests} requests, ${most} allowed`] : [] }
}

describe.each(lookRoles.filter((role) => pages.some(({ roles }) => roles.includes(role))))('as %s', (role) => {
  const mine = pages.filter(({ roles }) => roles.includes(role))

  test('every page can be used by everybody: no flaw that axe knows, on a desk and at 320 px', async () => {
    for (const width of [1280, 320]) {
      const page = await visit({ role, width })
      const flaws: string[] = []
      for (const { name, path } of mine) {
        const { response, trouble } = await goCounting(page, addressOf(path, known))
        flaws.push(...trouble.map((one) => `${name} at ${width} px: ${one}`))
        if (response.status() >= 500) flaws.push(`${name}: ${response.status()}`)
        if (await scrollsSideways(page)) flaws.push(`${name} at ${width} px scrolls sideways`)
        // Laid out another way, the same page has the same names and roles: axe reads the narrow one, and the dark one below.
        if (width === 320) flaws.push(...(await flawsOf(page)).map((flaw) => `${name} at ${width} px: ${flaw}`))
      }
      expect(flaws).toEqual([])
    }
    expectNoTrouble()
  })

  test('every page reads from right to left in Arabic, and in dark', async () => {
    const page = await visit({ role, language: 'ar', dark: true, width: 390 })
    const flaws: string[] = []
    for (const { name, path } of mine) {
      await go(page, addressOf(path, known))
      if ((await page.locator('html').getAttribute('dir')) !== 'rtl') flaws.push(`${name} is not right to left`)
      if (await scrollsSideways(page)) flaws.push(`${name} scrolls sideways`)
      const text = await page.locator('body').innerText()
      if (/\b(common|home|issue|report|desk|oversight|admin|me|check|activity)\.[a-z-]+\.[a-z-]+/.test(text))
        flaws.push(`${name} shows a key instead of words`)
      flaws.push(...(await flawsOf(page)).map((flaw) => `${name}: ${flaw}`))
    }
    expect(flaws).toEqual([])
    expectNoTrouble()
  })

  test('every page says the same without scripts, and stays small', async () => {
    const page = await visit({ role, scripts: false })
    const flaws: string[] = []
    for (const { name, path } of mine) {
      const { response, trouble } = await goCounting(page, addressOf(path, known))
      flaws.push(...trouble.map((one) => `${name}: ${one}`))
      const html = await response.text()
      const kilobytes = gzipSync(html).length / 1000
      if (kilobytes > mostKilobytes(path)) flaws.push(`${name}: ${kilobytes.toFixed(1)} kB of HTML`)
      if ((await page.locator('h1').count()) !== 1) flaws.push(`${name}: not one h1`)
      if (/ style="/.test(html)) flaws.push(`${name}: a style attribute`)
    }
    expect(flaws).toEqual([])
    expectNoTrouble()
  })
})

test('nobody else is asked for anything, and our own policy says so', async () => {
  const page = await visit()
  const response = await go(page, '/')
  const policy = response.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-inline')
  expectNoTrouble()
})
