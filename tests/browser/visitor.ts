import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { openChromium } from '~/commands/look/chromium.server'
import { demoSignIn, type LookRole } from '~/commands/look/sign-in.server'

export type Visit = {
  role?: LookRole
  width?: number
  scripts?: boolean
  language?: string
  dark?: boolean
  forcedColours?: boolean
}

const languages = { en: 'en-GB', nl: 'nl-NL', es: 'es-ES', ar: 'ar' } as Record<string, string>

/** A browser for the tests of one file. Every page that is opened is watched: other origins, errors in the console, failed answers. */
export function useVisitors() {
  let browser: Browser
  const contexts: BrowserContext[] = []
  const trouble: string[] = []
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(async () => {
    for (const context of contexts) await context.close()
    await browser?.close()
  })

  const baseUrl = () => inject('baseUrl')

  async function visit({
    role,
    width = 1280,
    scripts = true,
    language = 'en',
    dark,
    forcedColours,
  }: Visit = {}): Promise<Page> {
    const context = await browser.newContext({
      baseURL: baseUrl(),
      viewport: { width, height: width < 700 ? 844 : 900 },
      javaScriptEnabled: scripts,
      locale: languages[language] ?? 'en-GB',
      colorScheme: dark ? 'dark' : 'light',
      ...(forcedColours && { forcedColors: 'active' as const }),
    })
    contexts.push(context)
    const page = await context.newPage()
    watch(page)
    if (role) await demoSignIn(page, role)
    return page
  }

  // Our promise is checkable: nothing is asked of anybody else, and nothing goes wrong in silence.
  function watch(page: Page) {
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (origin !== baseUrl() && !['data:', 'blob:'].includes(protocol)) trouble.push(`asked ${origin}`)
    })
    page.on('pageerror', (error) => trouble.push(`${new URL(page.url()).pathname}: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      // Chromium also prints every answer of 400 and more, which pages give on purpose.
      if (/Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())) return
      trouble.push(`${new URL(page.url()).pathname}: ${message.text().slice(0, 300)}`)
    })
  }

  /** Goes there and waits until the page rests. */
  async function go(page: Page, path: string): Promise<Response> {
    const response = await page.goto(path, { waitUntil: 'load' })
    if (!response) throw new Error(`No answer from ${path}`)
    await page.waitForLoadState('networkidle')
    return response
  }

  function expectNoTrouble() {
    const found = trouble.splice(0)
    expect(found).toEqual([])
  }

  return { visit, go, expectNoTrouble, baseUrl }
}
