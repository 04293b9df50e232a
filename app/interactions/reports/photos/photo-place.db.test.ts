import { rm } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { files } from '~/platform/files-here.server'
import { newToken } from '~/platform/tokens.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { readDraft } from '../drafts/draft-box.server'
import { keepOwnPlace } from '../drafts/keep-own-place.server'
import { keepPhotosInDraft } from '../drafts/keep-photos.server'
import { keepPlace } from '../drafts/keep-place.server'
import { photoTakenAt } from '../photo-corpus.fixture'
import { lampReport } from '../report-form.fixture'
import { reportIssue } from '../report-issue.server'

const dataDir = 'var/test/photo-place'
const town = useTown({ dataDir })
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const north = town.spots.north
const metresNorth = (metres: number) => ({ lat: north.lat + metres / 111_195, lng: north.lng })

type Sent = { files?: object[]; stay?: string; remove?: string }

/** A draft whose place is chosen, and what its writer does with photos. */
async function aWriter() {
  const draftToken = newToken()
  const visit = await town.visit('anybody')
  const at = ({ lat, lng }: { lat: number; lng: number }) =>
    enterAs(keepPlace, visit, { draftToken, lat: lat.toFixed(6), lng: lng.toFixed(6) })
  await at(north)
  const add = async (sent: Sent) => {
    const outcome = await enterAs(keepPhotosInDraft, visit, { draftToken, ...sent })
    if (!outcome.ok) throw outcome.problem
    return outcome.value.isStaying
  }
  const draft = async () => {
    const found = await readDraft(town.db, draftToken, new Date())
    if (!found) throw new Error('There is no draft.')
    return found
  }
  return { draftToken, visit, at, add, draft, keep: () => enterAs(keepOwnPlace, visit, { draftToken }) }
}

test('a photo from elsewhere in town asks its writer which place is right, also when they wanted to go on', async () => {
  const { add, draft } = await aWriter()
  expect(await add({ files: [await photoTakenAt(metresNorth(200))] })).toBe(true)
  const { photoPlace } = await draft()
  expect(photoPlace?.metres).toBe(200)
  expect(photoPlace?.lat).toBeCloseTo(metresNorth(200).lat, 5)
  expect(photoPlace?.words).not.toBe('')
})

test.each([
  ['from the same corner', metresNorth(30)],
  ['from another town', { lat: 51.9, lng: 4.5 }],
])('a photo %s asks nothing, and nothing of its place is kept', async (_, taken) => {
  const { add, draft } = await aWriter()
  expect(await add({ files: [await photoTakenAt(taken)] })).toBe(false)
  expect((await draft()).photoPlace).toBeNull()
})

test('whoever keeps their place is rid of that of the photo at once, and is not asked again', async () => {
  const { add, draft, keep } = await aWriter()
  await add({ files: [await photoTakenAt(metresNorth(200))], stay: 'yes' })
  expect((await keep()).ok).toBe(true)
  expect(await draft()).toMatchObject({ photoPlace: null, isPlaceSure: true, place: { lat: north.lat } })
  await add({ files: [await photoTakenAt(metresNorth(300))], stay: 'yes' })
  expect((await draft()).photoPlace).toBeNull()
})

test('whoever takes the place of the photo reports there, and looks at the issues nearby anew', async () => {
  const { add, draft, at } = await aWriter()
  await add({ files: [await photoTakenAt(metresNorth(200))], stay: 'yes' })
  const { lat, lng } = (await draft()).photoPlace ?? north
  expect((await at({ lat, lng })).ok).toBe(true)
  const after = await draft()
  expect(after).toMatchObject({ photoPlace: null, isOther: false })
  expect(after.place?.lat).toBeCloseTo(metresNorth(200).lat, 5)
  expect(after.photos).toHaveLength(1)
})

test('going on without an answer, or removing the photo, forgets where it was taken', async () => {
  const one = await aWriter()
  await one.add({ files: [await photoTakenAt(metresNorth(200))], stay: 'yes' })
  expect(await one.add({})).toBe(false)
  expect(await one.draft()).toMatchObject({ photoPlace: null, isPlaceSure: true })

  const other = await aWriter()
  await other.add({ files: [await photoTakenAt(metresNorth(200))], stay: 'yes' })
  await other.add({ remove: (await other.draft()).photos[0]?.key ?? '' })
  expect(await other.draft()).toMatchObject({ photoPlace: null, photos: [] })
})

test('where a photo was taken stands in no row that can be read, in no record and in no file', async () => {
  const { add, draft, draftToken, visit } = await aWriter()
  const taken = { lat: north.lat + 0.002_345, lng: north.lng + 0.000_123 }
  await add({ files: [await photoTakenAt(taken)], stay: 'yes' })
  const { photoPlace } = await draft()
  const digits = [String(photoPlace?.lat).slice(0, 8), String(photoPlace?.lng).slice(0, 7)]
  expect(digits[0]).toMatch(/^\d+\.\d{5}$/)
  for (const part of digits) town.neverInRecords(part)
  const rows = JSON.stringify(await town.sql('SELECT d.*, encode(d.sealed, $1) AS text FROM draft d', ['escape']))
  expect(rows).not.toContain(digits[0])

  const outcome = await enterAs(reportIssue, visit, lampReport(north, { draftToken }))
  if (!outcome.ok) throw outcome.problem
  const [photo] = await town.db.photo.findMany({ where: { reportId: outcome.value.reportId } })
  const kept = (await files().get(photo?.fileKey ?? '')) ?? Buffer.alloc(0)
  expect((await sharp(kept).metadata()).exif).toBeUndefined()
  expect((await draft()).photoPlace).toBeNull()
  for (const table of ['report', 'issue', 'photo', 'entry'])
    expect(JSON.stringify(await town.sql(`SELECT t::text FROM ${table} t`)), table).not.toContain(digits[0])
})
