import { rm } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { holdClock } from '~/platform/clock.server'
import { files } from '~/platform/files-here.server'
import { newToken } from '~/platform/tokens.server'
import { enterAs } from '~/safeguards/door.server'
import { useTown } from '~tests/town'
import { keepPhotosInDraft } from './drafts/keep-photos.server'
import { keepPlace } from './drafts/keep-place.server'
import { showDraftPhoto, showPhotos } from './form/show-photos.server'
import { phonePhoto, photosToRefuse, polyglot } from './photo-corpus.fixture'
import { smallOf } from './photo-files.server'
import { openPhoto } from './photos/open-photo.server'
import { showPhoto } from './photos/show-photo.server'
import { sweepFiles } from './photos/sweep-files.server'
import { lampReport } from './report-form.fixture'
import { reportIssue } from './report-issue.server'

const dataDir = 'var/test/photos'
const town = useTown({ dataDir })
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const stored = async (folder: string) => {
  const keys: string[] = []
  for await (const { key } of files().list(folder)) keys.push(key)
  return keys.sort()
}
async function reportWith(sent: readonly object[], more: Record<string, unknown> = {}) {
  const outcome = await enterAs(
    reportIssue,
    await town.visit('anybody'),
    lampReport(town.spots.north, { files: sent, ...more }),
  )
  if (!outcome.ok) throw outcome.problem
  return town.db.photo.findMany({ where: { reportId: outcome.value.reportId }, orderBy: { addedAt: 'asc' } })
}

test('a photo is kept clean: no place, no camera, no name of its own, two sizes', async () => {
  const [photo] = await reportWith([await phonePhoto()])
  expect(photo).toMatchObject({ width: 640, height: 480, isPublic: true })
  expect(photo?.fileKey).toMatch(/^photos\/[a-f0-9]{2}\/[a-f0-9]{2}\/[a-f0-9]{32}\.webp$/)
  const large = await files().get(photo?.fileKey ?? '')
  expect(large?.toString('latin1')).not.toMatch(/SpyPhone|Exif|GPS/)
  expect((await sharp(large ?? Buffer.alloc(0)).metadata()).exif).toBeUndefined()
  const small = await files().get(smallOf(photo?.fileKey ?? ''))
  expect((await sharp(small ?? Buffer.alloc(0)).metadata()).width).toBe(400)
})

test('what stands behind the end of a photo does not survive', async () => {
  const [photo] = await reportWith([await polyglot()])
  const kept = (await files().get(photo?.fileKey ?? ''))?.toString('latin1')
  expect(kept).not.toContain('script')
  expect(kept).not.toContain('PK\x03\x04')
})

test('what is no photo is refused with the reason, makes no report and keeps the text', async () => {
  const before = await town.db.report.count()
  for (const [what, sent, why] of await photosToRefuse()) {
    const outcome = await enterAs(
      reportIssue,
      await town.visit('anybody'),
      lampReport(town.spots.north, { files: [sent] }),
    )
    expect(outcome.ok || outcome.problem.fields, what).toEqual({ files: why })
    expect(outcome.ok || outcome.problem.kept?.description, what).toBe('The lamp beside the bench is out.')
  }
  expect(await town.db.report.count()).toBe(before)
}, 60_000)

test('a fourth photo does not fit', async () => {
  const four = await Promise.all([1, 2, 3, 4].map(phonePhoto))
  const outcome = await enterAs(reportIssue, await town.visit('anybody'), lampReport(town.spots.north, { files: four }))
  expect(outcome.ok || outcome.problem.fields).toEqual({ files: 'field.too-many-photos' })
})

test('photos of a draft are sealed, seen by their writer alone, and become those of the report', async () => {
  const draftToken = newToken()
  const visit = await town.visit('anybody')
  await enterAs(keepPlace, visit, { draftToken, point: `${town.spots.north.lat},${town.spots.north.lng}` })
  await enterAs(keepPhotosInDraft, visit, { draftToken, files: [await phonePhoto(), await phonePhoto()] })
  const draft = await town.db.draft.findFirstOrThrow({ orderBy: { updatedAt: 'desc' } })
  const [key = '', second = ''] = draft.photoKeys
  expect((await files().get(key))?.toString('latin1')).not.toContain('WEBP')
  const name = key.split('/').at(-1)?.replace('.bin', '')
  const own = await enterAs(showDraftPhoto, visit, { draftToken, name })
  expect(own.ok && own.value.picture.subarray(8, 12).toString()).toBe('WEBP')
  const other = await enterAs(showDraftPhoto, visit, { draftToken: newToken(), name })
  expect(other.ok || other.problem.status).toBe(404)

  await enterAs(keepPhotosInDraft, visit, { draftToken, alts: { '0': 'Lamp at dusk', '1': 'Gone' }, remove: second })
  const photos = await reportWith([], { draftToken })
  expect(photos).toMatchObject([{ alt: 'Lamp at dusk', width: 640 }])
  expect((await files().get(photos[0]?.fileKey ?? ''))?.subarray(8, 12).toString()).toBe('WEBP')
})

test('a draft holds three photos, also when they come in twos', async () => {
  const draftToken = newToken()
  const visit = await town.visit('anybody')
  await enterAs(keepPlace, visit, { draftToken, point: `${town.spots.north.lat},${town.spots.north.lng}` })
  const two = async () =>
    enterAs(keepPhotosInDraft, visit, { draftToken, files: [await phonePhoto(), await phonePhoto()] })
  expect((await two()).ok).toBe(true)
  const more = await two()
  expect(more.ok || more.problem.fields).toEqual({ files: 'report.field.too-many-photos' })
})

test('everybody sees a photo of an issue that is shown; a hidden one is not there', async () => {
  const [photo] = await reportWith([await phonePhoto()])
  const id = photo?.id
  const visit = await town.visit('anybody')
  expect((await enterAs(showPhoto, visit, { id, size: 'small' })).ok).toBe(true)
  await town.given((tx) => tx.photo.update({ where: { id: id ?? '' }, data: { isPublic: false } }))
  const hidden = await enterAs(showPhoto, visit, { id })
  expect(hidden.ok || hidden.problem.status).toBe(404)
  await town.given(async (tx) => {
    await tx.photo.update({ where: { id: id ?? '' }, data: { isPublic: true } })
    await tx.issue.updateMany({
      where: { reports: { some: { photos: { some: { id: id ?? '' } } } } },
      data: { isHidden: true },
    })
  })
  const ofHidden = await enterAs(showPhoto, visit, { id })
  expect(ofHidden.ok || ofHidden.problem.status).toBe(404)
})

test.each([
  ['handler', true],
  ['northHandler', true],
  ['newcomer', false],
  ['resident', false],
  ['oversight', false],
  ['administrator', false],
] as const)('%s opens a photo that is not public: %s, and a look leaves a record', async (who, isAllowed) => {
  const [photo] = await reportWith([await phonePhoto()], { email: 'photo.sender@mail.example' })
  town.neverInRecords('photo.sender@mail.example')
  await town.given((tx) => tx.photo.update({ where: { id: photo?.id ?? '' }, data: { isPublic: false } }))
  const before = await town.db.auditEvent.count()
  const outcome = await enterAs(openPhoto, await town.visit(who), { id: photo?.id })
  expect(outcome.ok).toBe(isAllowed)
  if (isAllowed) expect(await town.db.auditEvent.count()).toBe(before + 1)
})

test('a look at a photo that cannot be recorded shows nothing', async () => {
  const [photo] = await reportWith([await phonePhoto()])
  await town.breakRecords('audit_event')
  await expect(enterAs(openPhoto, await town.visit('handler'), { id: photo?.id })).rejects.toThrow()
})

test('a form that failed leaves files that the sweep takes away a day later, and no other', async () => {
  const [photo] = await reportWith([await phonePhoto()])
  const before = await stored('photos')
  await town.breakRecords('entry')
  await expect(reportWith([await phonePhoto()])).rejects.toThrow()
  await town.mendRecords()
  expect((await stored('photos')).length).toBe(before.length + 2)
  const system = await town.visit('system')
  await enterAs(sweepFiles, system, {})
  expect((await stored('photos')).length).toBe(before.length + 2)
  holdClock(new Date(Date.now() + 2 * 86_400_000))
  const swept = await enterAs(sweepFiles, system, {})
  expect(swept.ok && swept.value.orphans).toBeGreaterThan(0)
  expect(await stored('photos')).toContain(photo?.fileKey)
  const known = await town.db.photo.findMany({ select: { fileKey: true } })
  expect((await stored('photos')).length).toBe(known.length * 2)
  expect((await enterAs(sweepFiles, await town.visit('handler'), {})).ok).toBe(false)
})

test('the page of photos shows those of the draft', async () => {
  const draftToken = newToken()
  const visit = await town.visit('anybody')
  await enterAs(keepPlace, visit, { draftToken, point: `${town.spots.north.lat},${town.spots.north.lng}` })
  const page = await enterAs(showPhotos, visit, { draftToken })
  expect(page.ok && page.value).toMatchObject({ goTo: 'category' })
})
