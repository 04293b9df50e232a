import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import checkWords from '~/words/en/check.json'
import { flawsOf, scrollsSideways } from './flaws'
import { photo, report } from './reporting'
import { useVisitors } from './visitor'

const { visit, go, expectNoTrouble, baseUrl } = useVisitors()

const street = 'Blue Hill Avenue'

async function act(page: Page, ref: string, act: string, fill: Record<string, string>, send: string) {
  await page.goto(`/desk/cases/${ref}/${act}`)
  for (const [label, value] of Object.entries(fill)) await page.getByRole('textbox', { name: label }).fill(value)
  await page.getByRole('button', { name: send, exact: true }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(`/${act}`))
}

describe.each([
  { how: 'with scripts, on a phone', scripts: true, width: 390 },
  { how: 'without scripts', scripts: false, width: 390 },
])('$how', ({ scripts, width }) => {
  test('a resident reports with a photo, a neighbour adds their voice, the town answers and decides, and oversight reads it all', async () => {
    const description = `The lamp is dark ${scripts ? 'since Monday' : 'again'}, and the crossing is hard to see.`
    const resident = await visit({ scripts, width })
    const flaws: string[] = []
    const look = async () => {
      const { pathname } = new URL(resident.url())
      if (await scrollsSideways(resident)) flaws.push(`${pathname} scrolls sideways`)
      if (scripts) flaws.push(...(await flawsOf(resident)).map((flaw) => `${pathname}: ${flaw}`))
    }
    const ref = await report(resident, {
      street,
      words: 'lamp',
      description,
      photo: await photo(),
      email: 'casey@residents.example',
      atEachStep: look,
    })
    await look()
    expect(flaws).toEqual([])
    await expect.poll(() => resident.locator('main').innerText()).toContain(ref)

    const neighbour = await visit({ scripts, width })
    await go(neighbour, `/issues/${ref}`)
    expect(await neighbour.locator('main').innerText()).toContain(description)
    expect(await neighbour.locator('main img[src^="/photos/"]').count()).toBeGreaterThan(0)
    expect(await neighbour.content()).not.toContain('casey@residents.example')
    await go(neighbour, `/issues/${ref}/me-too`)
    await neighbour.waitForTimeout(3_200)
    await neighbour.getByRole('button', { name: /I see it too/ }).click()
    await neighbour.waitForURL(/\/receipts\//)
    await go(neighbour, `/issues/${ref}`)
    expect(await neighbour.locator('main').innerText()).toMatch(/2 people/)

    const handler = await visit({ role: 'handler', scripts })
    await act(handler, ref, 'take', {}, 'Take this case')
    await act(handler, ref, 'acknowledge', {}, 'Acknowledge')
    await act(handler, ref, 'update', { 'How does it stand?': 'The crew comes this week with a lift.' }, 'Publish')
    await act(handler, ref, 'note', { Note: 'Fuse box at the corner.' }, 'Keep the note')
    await handler.goto(`/desk/cases/${ref}/close`)
    await handler.getByRole('radio', { name: /^Resolved/ }).check()
    await handler
      .getByRole('textbox', { name: 'What was found?' })
      .fill('The crew found a blown fuse on Tuesday and put in a new one.')
    await handler.getByRole('textbox', { name: 'On what ground?' }).fill('Street lighting policy, section 3.')
    await handler.getByRole('button', { name: 'Decide and close' }).click()
    // Without reasons there is no decision, and nothing that was typed is lost.
    await handler.getByRole('alert').waitFor()
    expect(await handler.getByRole('textbox', { name: 'On what ground?' }).inputValue()).toBe(
      'Street lighting policy, section 3.',
    )
    await handler
      .getByLabel('Why this outcome?')
      .fill(
        'You were right: the lamp was out. We replaced the fuse and the light works again. Thank you for telling us.',
      )
    await handler.getByRole('button', { name: 'Decide and close' }).click()
    await handler.waitForURL((url) => !url.pathname.endsWith('/close'))

    await go(neighbour, `/issues/${ref}`)
    const story = await neighbour.locator('main').innerText()
    expect(story).toContain('The crew comes this week with a lift.')
    expect(story).toContain('We replaced the fuse')
    expect(story).toContain('Street lighting policy, section 3.')
    expect(story).not.toContain('Fuse box at the corner.')

    const officer = await visit({ role: 'oversight', scripts })
    await go(officer, `/oversight/issues/${ref}`)
    // Much of it is folded away until somebody opens it.
    const trail = (await officer.locator('main').textContent()) ?? ''
    for (const check of ['L01', 'L08', 'L13', 'I01'] as const)
      expect(trail).toContain(checkWords[`check.${check}.name`])

    const administrator = await visit({ role: 'administrator', scripts })
    expect((await go(administrator, `/oversight/issues/${ref}`)).status()).toBe(403)
    expectNoTrouble()
  })
})

test('a report can be made with the keyboard alone', async () => {
  const page = await visit()
  await page.goto('/issues/new')
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 120; presses++) {
      const words = await page.evaluate(() => {
        const at = document.activeElement
        if (!(at instanceof HTMLElement) || at === document.body) return ''
        const label =
          at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
            ? [...(at.labels ?? [])].map((one) => one.textContent).join(' ')
            : ''
        return `${label} ${at.getAttribute('aria-label') ?? ''} ${at.textContent ?? ''}`
      })
      if (name.test(words)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not reach ${name}`)
  }
  await tabTo(/Street, crossing or address/)
  await page.keyboard.type('Tremont Street')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=Tremont/)
  await page.getByRole('group', { name: 'Which place is it?' }).waitFor()
  await tabTo(/Tremont Street/)
  await page.keyboard.press('Space')
  await tabTo(/Use this place/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'What is wrong?' }).waitFor()
  await tabTo(/Say it in your own words/)
  await page.keyboard.type('graffiti')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=graffiti/)
  await page.locator('input[name="category"]').first().waitFor()
  await tabTo(/raffiti/)
  if (!(await page.locator('input[name="category"]:focus').count())) await page.keyboard.press('Tab')
  await tabTo(/raffiti/)
  await page.keyboard.press('Space')
  await tabTo(/^\s*Go on/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Is it one of these\?|Tell us more/ }).waitFor()
  expect(new URL(page.url()).pathname).toMatch(/nearby|details/)
  expectNoTrouble()
})

test('whoever goes back finds what they had typed, and so does whoever closes the tab', async () => {
  const page = await visit()
  await page.goto('/issues/new')
  await page.getByLabel('Street, crossing or address').fill(street)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('group', { name: 'Which place is it?' }).getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Use this place' }).click()
  await page.getByRole('heading', { name: 'What is wrong?' }).waitFor()
  const again = await page.context().newPage()
  await page.close()
  await again.goto(`${baseUrl()}/issues/new`)
  await again.getByText('You began a report on this device').first().waitFor()
  await again.getByRole('link', { name: 'Go on with it' }).click()
  await again.getByRole('heading', { name: 'What is wrong?' }).waitFor()
  expect(await again.locator('main').innerText()).toContain(street)
  expectNoTrouble()
})
