import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { knownFrom } from '~/commands/look/known'
import { demoSignIn } from '~/commands/look/sign-in.server'
import { useVisitors } from './visitor'

const { visit, go, expectNoTrouble } = useVisitors()

/** Where the README's pictures go: into DATA_DIR, or into docs/pictures when MEENT_PICTURES=docs asks for new ones. */
const folder = path.resolve(process.env.MEENT_PICTURES === 'docs' ? 'docs/pictures' : 'var/pictures')

test('the four pictures of the README can be taken: map, report, case and oversight', async () => {
  mkdirSync(folder, { recursive: true })
  const visitor = await visit()
  const officer = await visit()
  const known = await knownFrom(visit)
  await demoSignIn(officer, 'oversight')
  const handler = await visit({ role: 'handler' })

  await go(visitor, '/')
  await visitor.locator('.leaflet-tile-loaded').first().waitFor()
  await visitor.waitForTimeout(1_000)
  await visitor.screenshot({ path: path.join(folder, 'map.png') })

  const reporter = await visit()
  await go(reporter, '/issues/new')
  await reporter.locator('.leaflet-tile-loaded').first().waitFor()
  await reporter.waitForTimeout(1_000)
  await reporter.screenshot({ path: path.join(folder, 'report.png') })

  const openCase = await go(handler, `/desk/cases/${known.caseRef}`)
  expect(openCase.status()).toBe(200)
  await handler.screenshot({ path: path.join(folder, 'case.png') })

  expect((await go(officer, '/oversight')).status()).toBe(200)
  await officer.screenshot({ path: path.join(folder, 'oversight.png') })
  expectNoTrouble()
})
