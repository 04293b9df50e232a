import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Known } from './pages'
import { demoSignIn } from './sign-in.server'

/** Things of the demo that pages are about, found as people find them: by following links. */
export async function knownFrom(open: () => Promise<Page>): Promise<Known> {
  const visitor = await open()
  const officer = await open()
  const administrator = await open()
  const resident = await open()
  await demoSignIn(officer, 'oversight')
  await demoSignIn(resident, 'resident')
  await demoSignIn(administrator, 'administrator')
  const issue = /^\/issues\/([A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{3})$/
  const issueRef = await first(visitor, '/issues?state=open', issue)
  const category = 'street-light-outages'
  const known = {
    issueRef,
    closedRef: await first(visitor, '/issues?state=closed', issue),
    caseRef: issueRef,
    category,
    emergency: 'gas-smell',
    question: await first(administrator, `/admin/categories/${category}/questions`, /\/questions\/([\w-]+)$/),
    area: 'roxbury',
    entry: await first(officer, '/oversight', /^\/oversight\/entries\/([\w-]+)/),
    ownAct: await first(resident, '/me/acts', /^\/me\/acts\/([\w-]{36})$/),
    finding: await first(officer, '/oversight/findings', /^\/oversight\/findings\/([\w-]{36})$/),
    personId: await first(administrator, '/admin/people', /^\/admin\/people\/([\w-]{36})$/),
    mailId: await first(administrator, '/admin/mailbox', /^\/admin\/mailbox\/([\w-]{36})$/),
  }
  for (const page of [visitor, officer, administrator, resident]) await page.close()
  return known
}

/** The same with a browser at hand. */
export async function knownIn(browser: Browser, context: BrowserContextOptions): Promise<Known> {
  const opened = await Promise.all(Array.from({ length: 4 }, () => browser.newContext(context)))
  const left = [...opened]
  try {
    return await knownFrom(async () => (left.pop() ?? (await browser.newContext(context))).newPage())
  } finally {
    for (const one of opened) await one.close()
  }
}

async function first(page: Page, path: string, form: RegExp): Promise<string> {
  await page.goto(path)
  for (const link of await page.locator('main a').all()) {
    const found = form.exec((await link.getAttribute('href')) ?? '')?.[1]
    if (found) return decodeURIComponent(found)
  }
  throw new Error(`${path} has no link like ${form}`)
}
