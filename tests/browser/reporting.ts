import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** A small real picture, as a phone would send it. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: { r: 90, g: 110, b: 130 } } })
    .jpeg()
    .toBuffer()

export type WhatToReport = {
  street: string
  words: string
  description: string
  photo?: Buffer
  email?: string
  atEachStep?: () => Promise<void>
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })

/** Goes through the form as somebody does who looks for the street by name. Ends on the receipt and returns its reference. */
export async function report(
  page: Page,
  { street, words, description, photo, email, atEachStep = async () => {} }: WhatToReport,
): Promise<string> {
  await page.goto('/issues/new')
  await page.getByLabel('Street, crossing or address').fill(street)
  await button(page, 'Search').click()
  await page.getByRole('group', { name: 'Which place is it?' }).getByRole('radio').first().check()
  await button(page, 'Use this place').click()

  await page.getByRole('heading', { name: 'What is wrong?' }).waitFor()
  await atEachStep()
  await page.getByLabel('Say it in your own words').fill(words)
  await button(page, 'Search').click()
  await page.waitForURL(/q=/)
  await page.locator('input[name="category"]').first().check()
  await button(page, 'Go on').click()

  await page.getByRole('heading', { name: /Is it one of these\?|Tell us more/ }).waitFor()
  await atEachStep()
  const others = button(page, 'None of these: go on')
  if (await others.isVisible()) await others.click()

  await page.getByRole('heading', { name: 'Tell us more' }).waitFor()
  await atEachStep()
  await answerFirstOfEach(page)
  await page.getByLabel(/What exactly is wrong\?/).fill(description)
  await button(page, 'Go on').click()

  await page.getByRole('heading', { name: 'Add photos' }).waitFor()
  await atEachStep()
  if (photo) {
    await page.locator('input[type="file"]').setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: photo })
    const add = button(page, 'Add and show')
    if (await add.isVisible()) await add.click()
    await page
      .getByRole('heading', { name: 'Your photos' })
      .or(page.locator('img[src*="/issues/new/photos/"]').first())
      .first()
      .waitFor()
  }
  await button(page, /^Go on/).click()

  await page.getByRole('heading', { name: 'How can we reach you?' }).waitFor()
  await atEachStep()
  if (email) await page.getByLabel(/Mail address/).fill(email)
  await button(page, 'Go on').click()

  await page.getByRole('heading', { name: 'Read it once more' }).waitFor()
  await atEachStep()
  // Programs are quick; the form takes nobody serious who sends it within three seconds.
  await page.waitForTimeout(3_200)
  await button(page, /^Send to/).click()
  await page.waitForURL(/\/receipts\//)
  const shown = page
    .locator('main')
    .getByText(/[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{3}/)
    .first()
  const ref = /[A-Z]{2,4}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(await shown.innerText())?.[0]
  if (!ref) throw new Error('The receipt names no reference.')
  return ref
}

// Questions that must be answered: the first choice of each will do.
async function answerFirstOfEach(page: Page) {
  for (const group of await page.locator('fieldset:has(input[type="radio"])').all()) {
    const first = group.getByRole('radio').first()
    if (await first.isVisible()) await first.check()
  }
}
