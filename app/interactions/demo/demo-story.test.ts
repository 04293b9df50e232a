import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { categoriesFile } from '../cities/categories-file'
import { demoPeople } from './demo-people'
import { demoPicture } from './demo-pictures.server'
import { demoStory } from './demo-story'
import { demoTime } from './demo-times'

test('the story uses categories that residents can choose, and answers that their questions know', async () => {
  const { categories } = categoriesFile.parse(
    JSON.parse(await readFile('prisma/cities/boston/categories.json', 'utf8')),
  )
  for (const { category, answers = {} } of demoStory) {
    const found = categories.find(({ key }) => key === category)
    expect(found, category).toMatchObject({ isChoosable: true })
    expect(found?.emergency).toBeUndefined()
    const asked = found?.questions.map(({ key }) => key) ?? []
    for (const key of Object.keys(answers)) expect(asked, category).toContain(key)
  }
})

test('the story is told in four languages, over several days, by people who exist in it', () => {
  const languages = new Set(
    demoStory.flatMap(({ language, steps = [] }) => [
      language,
      ...steps.flatMap((step) => ('language' in step ? step.language : [])),
    ]),
  )
  expect([...languages].sort()).toEqual(['ar', 'en', 'es', 'nl'])
  const known = demoPeople.map(({ key }) => key)
  for (const step of demoStory.flatMap(({ steps = [] }) => steps)) if ('by' in step) expect(known).toContain(step.by)
  const ago = demoStory.map((issue) => issue.ago)
  expect(Math.max(...ago)).toBeGreaterThan(4 * 24)
  // The town opens six days before: nothing may come before it.
  expect(Math.max(...ago)).toBeLessThan(6 * 24)
  expect(Math.min(...ago)).toBeLessThan(1)
})

test('civil servants of the story act in office hours on working days, and never after the present', () => {
  const zone = 'America/New_York'
  const now = new Date('2026-11-25T09:00:00Z')
  const friday = new Date('2026-11-20T23:30:00Z')
  expect(demoTime(friday, 'resident', friday, now, zone)?.toISOString()).toBe('2026-11-20T23:37:00.000Z')
  const staff = demoTime(friday, 'staff', friday, now, zone)
  expect(staff?.toISOString().slice(0, 10)).toBe('2026-11-23')
  expect(staff?.getUTCHours()).toBeGreaterThanOrEqual(13)
  expect(demoTime(now, 'staff', friday, now, zone)).toBeNull()
})

test('the pictures of the story are photos as a phone would send them', async () => {
  for (const name of ['dark-lamp', 'pothole', 'rubbish'] as const) {
    const picture = await demoPicture(name)
    expect([...picture.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
    expect(picture.length).toBeLessThan(300_000)
  }
})
