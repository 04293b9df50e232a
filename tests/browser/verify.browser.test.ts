import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openChromium } from '~/commands/look/chromium.server'
import { madeReceipt } from '~/safeguards/ledger/check-receipt.fixture'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { vectorsOf } from '~/safeguards/ledger/vectors.fixture'
import { flawsOf, scrollsSideways } from './flaws'
import { runVectors, type Vectors } from './ledger-vectors'
import { report } from './reporting'
import { useVisitors } from './visitor'

const { visit, go, expectNoTrouble, baseUrl } = useVisitors()
const folder = mkdtempSync(path.join(tmpdir(), 'meent-verify-'))
const receipt = madeReceipt({ witness: true })
let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

const kept = (name: string, text: string) => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}
const flipped = (text: string, at: number) =>
  text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1)

describe('published vectors', () => {
  const files = ['rfc6962-hashes', 'merkle-inclusion', 'merkle-consistency', 'signed-note', 'checkpoints']
  const vectors: Vectors = Object.fromEntries(
    [...files, 'cosignature-ed25519', 'tlog-proof', 'tessera-testlog'].map((name) => [name, vectorsOf(name)]),
  )
  let page: Page
  beforeAll(async () => {
    const bundled = (await build({
      configFile: false,
      logLevel: 'error',
      resolve: { alias: { '~': path.resolve('app') } },
      build: {
        write: false,
        rollupOptions: { input: 'tests/browser/ledger-vectors.page.ts', output: { format: 'iife' } },
      },
    })) as Rollup.RollupOutput
    page = await browser.newPage()
    // A page that browsers hold for safe: elsewhere they have no signatures of their own.
    await page.goto(`${baseUrl()}/healthz`)
    await page.evaluate(bundled.output[0].code)
  })

  test.each(['browser', 'plain'] as const)('come out in Chromium as in Node, with signatures: %s', async (which) => {
    const here = await runVectors(vectors, { sha256, check: checkSignature })
    const there = await page.evaluate(
      ([given, signatures]) =>
        (globalThis as unknown as { runLedgerVectors: (...of: unknown[]) => Promise<unknown> }).runLedgerVectors(
          given,
          signatures,
        ),
      [vectors, which] as const,
    )
    expect(there).toEqual(here)
    const cases = Object.entries(here).map(([file, { cases, failed }]) => [file, cases, failed])
    expect(cases).toEqual([
      ['rfc6962-hashes', 23, []],
      ['merkle-inclusion', 98, []],
      ['merkle-consistency', 98, []],
      ['tlog-proof', 13, []],
      ['signed-note', 15, []],
      ['checkpoints', 14, []],
      ['cosignature-ed25519', 14, []],
      ['tessera-testlog', 120, []],
    ])
  })
})

describe('the file that works offline', () => {
  let file: string
  beforeAll(async () => {
    const page = await visit()
    await go(page, '/verify')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Get the file that works offline' }).click(),
    ])
    expect(download.suggestedFilename()).toBe(`meent-verify-${new URL(baseUrl()).host.replace(':', '-')}.html`)
    file = path.join(folder, 'downloaded.html')
    await download.saveAs(file)
    expectNoTrouble()
  })

  /** The same file with the keys of the receipt of this test, as if that town had written it. */
  function withKeys(holds: Record<string, unknown> = { keys: receipt.keys }) {
    const html = readFileSync(file, 'utf8')
    const [, json = ''] = /id="town">(.*?)<\/script>/s.exec(html) ?? []
    const changed = JSON.stringify({ ...JSON.parse(json), ...holds }).replaceAll('<', '\\u003c')
    return kept(
      'town.html',
      html.replace(json, () => changed),
    )
  }

  async function open(html: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext({ offline: true, ...options })
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(html).href) trouble.push(`asked ${request.url()}`)
    })
    page.on('pageerror', (error) => trouble.push(error.message))
    page.on('console', (message) => message.type() === 'error' && trouble.push(message.text()))
    await page.goto(pathToFileURL(html).href)
    return { page, trouble }
  }

  test('is one file below 120 KiB that names the town’s key', async () => {
    expect(readFileSync(file).length).toBeLessThan(120 * 1024)
    const { page, trouble } = await open(file)
    const vkey = (await (await fetch(`${baseUrl()}/ledger/vkey`)).text()).split('\n')[0] ?? ''
    expect(vkey).toContain('/safeguards/1+')
    expect(await page.locator('main').innerText()).toContain(vkey)
    expect(trouble).toEqual([])
  })

  test.each([
    ['a proof file', 'kept.tlog-proof', receipt.proof],
    ['the same as JSON', 'kept.json', receipt.proven],
  ])('proves %s, and refuses it with one bit flipped', async (_, name, text) => {
    const { page, trouble } = await open(withKeys())
    const result = page.locator('#result')
    await page.getByLabel('The file you kept').setInputFiles(kept(name, text))
    await page.getByRole('button', { name: 'Check it' }).click()
    await result.getByText('This receipt holds', { exact: true }).waitFor()
    expect(await result.locator('.is-proven').count()).toBe(6)
    expect(await result.innerText()).toContain('act number 3 that the record holds')
    const proof = text.indexOf('c2sp.org/tlog-proof')
    for (const at of [text.indexOf('issue.report'), text.indexOf('index 37') + 6, proof + 4, text.length - 20]) {
      if (at < 6) continue
      await page.getByLabel('The file you kept').setInputFiles(kept(`flipped-${name}`, flipped(text, at)))
      await page.getByRole('button', { name: 'Check it' }).click()
      await result.getByText(/This receipt does not hold|This is no receipt/).waitFor()
      expect(await result.innerText()).not.toContain('This receipt holds')
    }
    expect(trouble).toEqual([])
  })

  test('a pasted promise is a promise, dropped text is text, and nothing in it becomes markup', async () => {
    const { page, trouble } = await open(withKeys())
    await page.getByLabel('Or paste its text').fill(receipt.promised)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    const result = page.locator('#result')
    await result.getByText('A real promise, not in the record yet').waitFor()
    expect(await result.innerText()).toContain('the promised time ended')
    const evil = '<img src=x onerror=alert(1)></script><script>alert(1)</script>'
    await page.getByLabel('Or paste its text').fill(evil)
    await page.getByRole('button', { name: 'Check it' }).click()
    await result.getByText('This is no receipt that can be checked').waitFor()
    expect(await page.locator('img').count()).toBe(0)
    expect(trouble).toEqual([])
  })

  test('what the town wrote into it cannot break out of it', async () => {
    const host = '</script><script>alert(1)</script>'
    const { page, trouble } = await open(withKeys({ host }))
    expect(await page.locator('.host').innerText()).toBe(host)
    expect(trouble).toEqual([])
  })

  test('speaks four languages, and has no flaw that axe knows, in light and dark and at 320 px', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      // Axe puts its own program into the page, which the policy of the file would refuse.
      const viewport = { width: 320, height: 800 }
      const { page } = await open(withKeys(), { colorScheme, bypassCSP: true, viewport })
      await page.getByLabel('Or paste its text').fill(receipt.proof)
      await page.getByRole('button', { name: 'Check it' }).click()
      await page.locator('.is-proven').first().waitFor()
      for (const [name, title] of [
        ['Nederlands', 'Een bewijs controleren'],
        ['Español', 'Comprobar un justificante'],
        ['العربية', 'التحقق من إيصال'],
        ['English', 'Check a receipt'],
      ] as const) {
        await page.getByRole('button', { name }).click()
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title)
        expect(await page.locator('html').getAttribute('dir')).toBe(name === 'العربية' ? 'rtl' : 'ltr')
        expect(await page.locator('body').innerText()).not.toMatch(/verify\.[a-z]/)
        expect(await scrollsSideways(page)).toBe(false)
        expect(await flawsOf(page)).toEqual([])
      }
    }
  })
})

describe('the receipt of a report that was just made', () => {
  test('is proven on the page, and by the downloaded file without a network', async () => {
    const page = await visit()
    const { pathname } = new URL((await reported(page)).url())
    const { request } = page.context()
    // Signed within seconds; promised until then.
    await expect.poll(async () => (await request.get(`${pathname}.tlog-proof`)).status(), { timeout: 60_000 }).toBe(200)
    const proof = kept('own.tlog-proof', await (await request.get(`${pathname}.tlog-proof`)).text())
    const json = kept('own.json', await (await request.get(`${pathname}.json`)).text())
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      go(page, '/verify').then(() => page.getByRole('link', { name: 'Get the file that works offline' }).click()),
    ])
    const file = path.join(folder, 'own.html')
    await download.saveAs(file)
    const offline = await (await browser.newContext({ offline: true })).newPage()
    await offline.goto(pathToFileURL(file).href)
    for (const where of [page, offline])
      for (const one of [proof, json]) {
        await where.getByLabel('The file you kept').setInputFiles(one)
        await where.getByRole('button', { name: 'Check it' }).click()
        await where.locator('#result').getByText('This receipt holds', { exact: true }).waitFor()
        expect(await where.locator('#result').innerText()).toMatch(/“Report an issue”, on/)
        expect(await where.locator('#result').innerText()).toContain('No witness.')
      }
    expectNoTrouble()
  })

  async function reported(page: Page) {
    await report(page, {
      street: 'Blue Hill Avenue',
      words: 'lamp',
      description: 'The lamp at the corner is dark.',
      email: 'robin@residents.example',
    })
    return page
  }
})

describe('the page', () => {
  test('checks in the browser, by keyboard, and sends nothing', async () => {
    const page = await visit()
    await go(page, '/verify')
    await page.getByText('It is checked in this browser. Nothing of it is sent.').waitFor()
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
    await page.getByLabel('Or paste its text').focus()
    await page.keyboard.insertText(receipt.proven)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    // A real receipt, of another town.
    await page.getByText('This receipt does not hold').waitFor()
    expect(await page.locator('#result').innerText()).toContain('not signed with this town’s key')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('result')
    expect(await flawsOf(page)).toEqual([])
    expect(sent.filter((one) => !/^GET \/assets\/verifier-[\w-]+\.js$/.test(one))).toEqual([])
    expectNoTrouble()
  })

  test('without scripts the server checks it, and says what that is worth', async () => {
    const page = await visit({ scripts: false })
    await go(page, '/verify')
    expect(await page.locator('main').innerText()).toContain('You then trust that server')
    await page.getByLabel('The file you kept').setInputFiles(kept('kept.json', receipt.proven))
    await page.getByRole('button', { name: 'Check it' }).click()
    await page.getByText('This receipt does not hold').waitFor()
    expect(await page.locator('#result').innerText()).toContain('so this is the town’s own word')
    await page.getByLabel('Or paste its text').fill('Dear town')
    await page.getByRole('button', { name: 'Check it' }).click()
    await page.getByText('This is no receipt that can be checked').waitFor()
    expectNoTrouble()
  })
})
