import type { Page } from 'playwright-core'
import type { Known } from '~/commands/look/pages'
import { demoSignIn } from '~/commands/look/sign-in.server'

const first = async (page: Page, path: string, selector: string, form: RegExp): Promise<string> => {
  await page.goto(path)
  for (const link of await page.locator(selector).all()) {
    const found = form.exec((await link.getAttribute('href')) ?? '')?.[1]
    if (found) return decodeURIComponent(found)
  }
  throw new Error(`${path} has no link like ${form}`)
}

/** Things of the demo that pages are about, found as a visitor finds them. `officer` is signed in as oversight. */
export async function knownFrom(visitor: Page, officer: Page): Promise<Known> {
  const issue = /^\/issues\/([A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{3})$/
  const issueRef = await first(visitor, '/issues?state=open', '.rows a', issue)
  const closedRef = await first(visitor, '/issues?state=closed', '.rows a', issue)
  await demoSignIn(officer, 'oversight')
  const entry = await first(officer, '/oversight', 'a', /^\/oversight\/entries\/([\w-]+)/)
  return { issueRef, closedRef, caseRef: issueRef, category: 'street-light-outages', area: 'roxbury', entry }
}
