import type { Page } from 'playwright-core'
import type { LookRole } from './pages'

export type { LookRole }

const roleOf: Record<Exclude<LookRole, 'anybody'>, string> = {
  resident: 'resident',
  handler: 'civil-servant',
  oversight: 'oversight',
  administrator: 'administrator',
}

/** Signs in as the first invented person of this role, by the same button that people press. */
export async function demoSignIn(page: Page, role: LookRole): Promise<void> {
  if (role === 'anybody') return
  await page.goto('/sign-in')
  await page.locator(`li[data-role="${roleOf[role]}"] button`).first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}
