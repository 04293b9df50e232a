import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Create, type SharpOptions } from 'sharp'
import { afterEach, expect, test, vi } from 'vitest'
import { kindOf, largestPhotoBytes, type Photo, readPhoto } from './photos.server'
import { Busy } from './turns.server'

const grey = (width: number, height: number): Create => ({ width, height, channels: 3, background: '#778899' })
const jpeg = () =>
  sharp({ create: grey(60, 40) })
    .jpeg()
    .toBuffer()

async function taken(original: Uint8Array): Promise<Photo> {
  const outcome = await readPhoto(original)
  if (!outcome.isTaken) throw new Error(outcome.refusal)
  return outcome.photo
}
async function refusalOf(original: Uint8Array): Promise<string> {
  const outcome = await readPhoto(original)
  return outcome.isTaken ? 'taken' : outcome.refusal
}

/** A PNG of one colour, one bit a pixel, written by hand: huge to decode, small to send. */
function flatPng(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(content.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.writeUInt8(1, 8)
  const rows = deflateSync(Buffer.alloc(height * (Math.ceil(width / 8) + 1)))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

afterEach(() => vi.restoreAllMocks())

test('a JPEG, a PNG and a WebP each become two WebP pictures of at most 1600 and 400 pixels', async () => {
  const photo = sharp({ create: grey(3000, 2000) })
  for (const original of [await photo.jpeg().toBuffer(), await photo.png().toBuffer(), await photo.webp().toBuffer()]) {
    const { large, small, width, height } = await taken(original)
    expect([width, height]).toEqual([1600, 1067])
    expect(await sharp(large).metadata()).toMatchObject({ format: 'webp', width: 1600, height: 1067 })
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 400, height: 267 })
  }
})

test('a small photo is not blown up', async () => {
  expect(await taken(await jpeg())).toMatchObject({ width: 60, height: 40 })
})

test('where, when and with what a photo was taken is gone, in both sizes', async () => {
  const original = await sharp({ create: grey(800, 600) })
    .withExif({
      IFD0: { Make: 'Meentphone', Model: 'M1', Artist: 'Mia Janssen' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '42/1 21/1 3600/100',
        GPSLongitudeRef: 'W',
        GPSLongitude: '71/1 3/1 0/1',
      },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
    )
    .withIccProfile('p3', { attach: true })
    .jpeg()
    .toBuffer()
  const before = await sharp(original).metadata()
  const gpsPointer = Buffer.of(0x25, 0x88, 0x04, 0x00)
  const traces = ['Mia Janssen', 'Meentphone', gpsPointer]
  expect(traces.map((trace) => before.exif?.includes(trace))).toEqual([true, true, true])
  expect([Boolean(before.xmp), Boolean(before.icc)]).toEqual([true, true])

  const { large, small } = await taken(original)
  for (const picture of [large, small]) {
    const { exif, xmp, icc, iptc, orientation } = await sharp(picture).metadata()
    expect({ exif, xmp, icc, iptc, orientation }).toEqual({})
    for (const trace of [...traces, 'Exif', 'EXIF', 'XMP ']) expect(picture.includes(trace)).toBe(false)
  }
})

test('a photo taken with the phone on its side is turned upright', async () => {
  const top = await sharp({ create: { ...grey(40, 10), background: '#ff0000' } })
    .png()
    .toBuffer()
  const sideways = sharp({ create: { ...grey(40, 20), background: '#0000ff' } }).composite([
    { input: top, top: 0, left: 0 },
  ])
  // Orientation 6: the camera was turned; what is the top of the file is the right side of the world.
  const { large, width, height } = await taken(await sideways.withMetadata({ orientation: 6 }).png().toBuffer())
  expect([width, height]).toEqual([20, 40])
  const { data, info } = await sharp(large).raw().toBuffer({ resolveWithObject: true })
  const redAt = (x: number) => data[(20 * info.width + x) * info.channels] ?? 0
  expect([redAt(4) < 60, redAt(15) > 200]).toEqual([true, true])
})

test('transparent parts become white', async () => {
  const clear = { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
  const { large } = await taken(await sharp({ create: clear }).png().toBuffer())
  const { data, info } = await sharp(large).raw().toBuffer({ resolveWithObject: true })
  expect([info.channels, data[0], data[1], data[2]]).toEqual([3, 255, 255, 255])
})

test('a JPEG that is a ZIP or a web page at the same time is only a picture afterwards', async () => {
  const hidden = ['PK\x03\x04 evil.exe PK\x05\x06', '<script>alert(1)</script>', '<?php system($_GET[0]); ?>']
  for (const payload of hidden) {
    const photo = await jpeg()
    const length = Buffer.alloc(2)
    length.writeUInt16BE(payload.length + 2)
    const comment = Buffer.concat([Buffer.of(0xff, 0xfe), length, Buffer.from(payload, 'latin1')])
    const polyglot = Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2), Buffer.from(payload, 'latin1')])
    const { large, small } = await taken(polyglot)
    expect([large.includes(payload, 0, 'latin1'), small.includes(payload, 0, 'latin1')]).toEqual([false, false])
  }
})

test('of an animated WebP only the first picture is kept', async () => {
  const frames = Buffer.concat([Buffer.alloc(300, 200), Buffer.alloc(300, 20)])
  const raw = { width: 10, height: 20, channels: 3, pageHeight: 10 } as const
  const animated = await sharp(frames, { raw, animated: true } as SharpOptions)
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer()
  expect((await sharp(animated).metadata()).pages).toBe(2)
  const { large, height } = await taken(animated)
  expect([height, (await sharp(large).metadata()).pages ?? 1]).toEqual([10, 1])
})

test('pictures of other kinds are refused by what they are, whatever they are called', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>alert(1)</script></svg>'
  const others = [
    Buffer.from(svg),
    Buffer.from(`<?xml version="1.0"?>${svg}`),
    await sharp({ create: grey(20, 20) })
      .gif()
      .toBuffer(),
    await sharp({ create: grey(20, 20) })
      .tiff()
      .toBuffer(),
    await sharp({ create: grey(20, 20) })
      .avif()
      .toBuffer(),
    Buffer.from('%PDF-1.7'),
    Buffer.from('MZ\x90\x00 this program cannot be run in DOS mode', 'latin1'),
    Buffer.of(0xff),
  ]
  for (const other of others) expect(await refusalOf(other)).toBe('photo.refused.kind')
})

test('a HEIC photo is refused with words of its own, as the phone can send a JPEG', async () => {
  for (const brand of ['heic', 'mif1', 'hevc']) {
    const header = Buffer.concat([Buffer.of(0, 0, 0, 24), Buffer.from(`ftyp${brand}\0\0\0\0mif1heic`, 'latin1')])
    expect(await refusalOf(header)).toBe('photo.refused.heic')
  }
})

test('a photo that is cut off is refused, not shown half grey', async () => {
  const noise = { ...grey(400, 300), noise: { type: 'gaussian', mean: 128, sigma: 40 } } as Create
  const photo = sharp({ create: noise })
  for (const whole of [await photo.jpeg().toBuffer(), await photo.png().toBuffer(), await photo.webp().toBuffer()]) {
    for (const share of [0.1, 0.5, 0.95]) {
      expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('photo.refused.broken')
    }
  }
})

test('the first bytes of a photo followed by something else are refused', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  const starts = ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'RIFF\x40\0\0\0WEBP']
  for (const start of starts) {
    expect(await refusalOf(Buffer.concat([Buffer.from(start, 'latin1'), svg]))).toBe('photo.refused.broken')
  }
})

test('a picture of 20,000 by 20,000 pixels in 50 kB is refused before it is unpacked', async () => {
  const bomb = flatPng(20_000, 20_000)
  expect(bomb.length).toBeLessThan(60_000)
  expect(await refusalOf(bomb)).toBe('photo.refused.too-many-pixels')
  expect(await refusalOf(flatPng(7_200, 7_000))).toBe('photo.refused.too-many-pixels')
  expect(await refusalOf(flatPng(5_000, 4_000))).toBe('taken')
})

test('nothing at all, and more than 10 MB, are refused without a decoder', async () => {
  expect(await refusalOf(Buffer.alloc(0))).toBe('photo.refused.empty')
  const photo = await jpeg()
  const large = Buffer.concat([photo, Buffer.alloc(13 * 1024 * 1024 - photo.length)])
  expect(await refusalOf(large)).toBe('photo.refused.too-big')
  expect(await refusalOf(large.subarray(0, largestPhotoBytes))).toBe('taken')
})

test('a photo that takes too long is given up, and the next one is served', async () => {
  // One millisecond is less than any process needs to start.
  expect(await readPhoto(await jpeg(), 1)).toEqual({ isTaken: false, refusal: 'photo.refused.too-slow' })
  expect(await refusalOf(await jpeg())).toBe('taken')
})

test('a decoder that cannot start is our fault and never blamed on the photo', async () => {
  vi.spyOn(process, 'cwd').mockReturnValue('/nowhere')
  await expect(readPhoto(await jpeg())).rejects.toThrow('The photo worker does not start.')
})

test('of 12 photos at once two are decoded, eight wait and two are told to come back', async () => {
  const photo = await jpeg()
  const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => readPhoto(photo)))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused.map(({ reason }) => reason instanceof Busy)).toEqual([true, true])
})

test('the kind of a picture is told by its first bytes', () => {
  expect(kindOf(Buffer.from('\xff\xd8\xff\xe0', 'latin1'))).toBe('jpeg')
  expect(kindOf(Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'))).toBeNull()
  expect(kindOf(Buffer.from('\0\0\0\x18ftypavif', 'latin1'))).toBeNull()
})
