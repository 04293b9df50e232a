import { expect, test } from 'vitest'
import { useVisitors } from './visitor'

const { visit, go, expectNoTrouble } = useVisitors()

test('who types a street on a phone chooses it with the arrow keys, and it lies under the cross', async () => {
  const page = await visit({ width: 390 })
  await go(page, '/issues/new/place')
  const box = page.getByRole('combobox', { name: 'Street, crossing or address' })
  await box.pressSequentially('blue hill', { delay: 20 })
  await page.getByRole('option').first().waitFor()
  expect(await box.getAttribute('aria-expanded')).toBe('true')
  await box.press('ArrowDown')
  const chosen = page.getByRole('option', { selected: true })
  expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
  await box.press('Enter')
  await page.waitForURL(/point=/)
  expect(await box.inputValue()).toContain('Blue Hill')
  expect(await box.getAttribute('aria-expanded')).toBe('false')
  await page.getByText(/The cross is at: .*Blue Hill/).waitFor()
  expectNoTrouble()
})

test('while places cannot be offered, the search asks as it does without scripts', async () => {
  const page = await visit({ width: 390 })
  await page.route('**/places.json*', (route) => route.fulfill({ status: 429, body: 'Too many' }))
  await go(page, '/issues/new/place')
  const box = page.getByRole('combobox', { name: 'Street, crossing or address' })
  const refused = page.waitForResponse(/places\.json/)
  await box.fill('blue hill avenue')
  await refused
  expect(await box.getAttribute('aria-expanded')).toBe('false')
  await box.press('Enter')
  await page.getByRole('group', { name: 'Which place is it?' }).waitFor()
})

test('whoever moves the map by keyboard reads what is in sight, stays on the same map, and finds back to the whole town', async () => {
  const page = await visit()
  await go(page, '/')
  const map = page.locator('.map-stage')
  const head = page.locator('.list-head h2')
  await page.locator('.map-marker').first().waitFor()
  await map.evaluate((stage) => stage.setAttribute('data-same', 'yes'))
  await map.focus()
  await page.keyboard.press('+')
  await page.waitForURL(/box=/)
  await expect.poll(() => head.innerText()).toMatch(/on this part of the map/)
  expect(await map.getAttribute('data-same')).toBe('yes')
  expect(await map.evaluate((stage) => stage === document.activeElement)).toBe(true)
  const settled = page.url()
  // Had the list moved the map, that would by now have moved the list again.
  await page.waitForTimeout(1_500)
  expect(page.url()).toBe(settled)
  await page.getByRole('link', { name: 'Show the whole town' }).click()
  await expect.poll(() => head.innerText()).not.toMatch(/on this part of the map/)
  expect(new URL(page.url()).search).toBe('')
  expect(await map.getAttribute('data-same')).toBe('yes')
})

test('without scripts an address that holds a part of the map lists what lies in it', async () => {
  const page = await visit({ scripts: false, width: 320 })
  await go(page, '/?box=-71.08,42.34,-71.06,42.355')
  expect(await page.locator('.list-head').innerText()).toMatch(/\d.* issues?\son this part of the map/)
  await page.getByRole('link', { name: 'Show the whole town' }).click()
  await page.waitForURL((url) => url.search === '')
  expectNoTrouble()
})

test('whoever takes a filter away by keyboard stands at the count of the list, not at the top of the page', async () => {
  const page = await visit()
  await go(page, '/issues?state=overdue&category=street-light-outages')
  const chip = page.getByRole('navigation', { name: 'What you asked for' }).getByRole('link').first()
  await chip.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.searchParams.has('state'))
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('list-head')
  expectNoTrouble()
})
