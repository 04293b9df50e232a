import { describe, expect, it } from 'vitest'
import { loader as problemPage } from '~/routes/problems.$type'
import { loader as registerPage } from '~/routes/register._index'
import { loader as activityPage } from '~/routes/register.activities.$id.versions.$n'
import { loader as registerJson } from '~/routes/register[.]json'
import { activityUri, processingActivities } from '~/safeguards/lawfulness/processing-activities'
import { useTown } from '~tests/town'
import { interactions } from '../register.server'
import { problemKinds } from './problem-kinds'

const town = useTown()
const asked = async (path: string, params: Record<string, string> = {}) => ({
  request: await town.request('anybody', path),
  params,
  context: { nonce: '', incident: '' },
})

describe('the register', () => {
  it('is public, and says nothing about a person', async () => {
    const page = await registerPage(await asked('/register'))
    expect(page).toMatchObject({ title: 'What this platform may do with your data', controller: { name: 'Testdam' } })
    expect(await town.sql(`SELECT 1 FROM entry WHERE kind = 'register.read'`)).toHaveLength(0)
  })

  it('counts the acts of each activity, and its page lists as many', async () => {
    const { activities, actsOf } = await registerPage(await asked('/register'))
    const params = activities.map(({ id, version }) => ({ id, n: String(version) }))
    const listed = await Promise.all(
      params.map(async (one) => activityPage(await asked('/register/activities/x', one))),
    )
    expect(listed.map((page) => page.interactions.length)).toEqual(activities.map(({ id }) => actsOf[id] ?? 0))
    expect(Object.values(actsOf).reduce((sum, n) => sum + n, 0)).toBe(interactions.length)
  })

  it('has as data every activity, interaction and check, each with its words', async () => {
    const response = await registerJson(await asked('/register.json'))
    expect(response.headers.get('content-type')).toContain('application/json')
    const data = await response.json()
    expect(data.interactions.map(({ name }: { name: string }) => name)).toEqual(
      interactions.map(({ name }) => name).sort(),
    )
    expect(data.activities.map(({ id }: { id: string }) => id)).toEqual(processingActivities.map(({ id }) => id))
    const report = data.interactions.find(({ name }: { name: string }) => name === 'issue.report')
    expect(report).toMatchObject({
      words: 'Report an issue',
      activity: 'maintain-public-space',
      activityVersion: 1,
      legalBasis: 'A6-1-e-public-interest',
      effect: 'write',
      touches: { report: expect.arrayContaining(['description']) },
      checks: expect.arrayContaining(['L01', 'L02']),
    })
    for (const { source, asks } of data.checks) expect([source, asks].every(Boolean)).toBe(true)
    for (const one of data.interactions) expect(one.words).toBeTruthy()
  })

  it('has the very address that each line of the processing log gives', async () => {
    for (const activity of processingActivities) {
      const path = new URL(activityUri('http://localhost:3000', activity)).pathname
      const [, id = '', n = ''] = /^\/register\/activities\/([^/]+)\/versions\/(\d+)$/.exec(path) ?? []
      expect(await activityPage(await asked(path, { id, n }))).toMatchObject({
        activity: { id: activity.id, version: activity.version },
      })
    }
  })

  it.each([
    ['an activity that is not there', { id: '__proto__', n: '1' }],
    ['a version that never was', { id: 'oversight', n: '99' }],
    ['a version that is no number', { id: 'oversight', n: 'x' }],
  ])('has no page for %s', async (_, params) => {
    await expect(activityPage(await asked('/register/activities/x', params))).rejects.toMatchObject({
      status: expect.toSatisfy((status: number) => status === 404 || status === 422),
    })
  })
})

describe('the page of a kind of trouble', () => {
  it('is there for each kind, and for no other', async () => {
    for (const [type, status] of Object.entries(problemKinds)) {
      expect(await problemPage(await asked(`/problems/${type}`, { type }))).toMatchObject({ type, status })
    }
    await expect(problemPage(await asked('/problems/constructor', { type: 'constructor' }))).rejects.toMatchObject({
      status: 404,
    })
  })
})
