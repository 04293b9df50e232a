import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { placeInExif } from './photo-place.js'

type Field = [tag: number, type: number, count: number, value: number | string]

/** EXIF written by hand: a first folder that points to one of GPS, whose fractions stand behind both. */
function exif(gps: Field[], fractions: number[], { little = false, pointer = 26 } = {}): Buffer {
  const bytes = Buffer.alloc(26 + 2 + gps.length * 12 + 4 + fractions.length * 4)
  const [w16, w32] = little
    ? ([bytes.writeUInt16LE.bind(bytes), bytes.writeUInt32LE.bind(bytes)] as const)
    : ([bytes.writeUInt16BE.bind(bytes), bytes.writeUInt32BE.bind(bytes)] as const)
  bytes.write(little ? 'II' : 'MM', 0, 'latin1')
  w16(42, 2)
  w32(8, 4)
  const folder = (at: number, fields: Field[]) => {
    w16(fields.length, at)
    for (const [n, [tag, type, count, value]] of fields.entries()) {
      const field = at + 2 + n * 12
      w16(tag, field)
      w16(type, field + 2)
      w32(count, field + 4)
      if (typeof value === 'string') bytes.write(value, field + 8, 'latin1')
      else w32(value, field + 8)
    }
  }
  folder(8, [[0x8825, 4, 1, pointer]])
  folder(26, gps)
  for (const [n, number] of fractions.entries()) w32(number, 26 + 2 + gps.length * 12 + 4 + n * 4)
  return bytes
}

const behind = 26 + 2 + 4 * 12 + 4
const fields = (north: string, east: string): Field[] => [
  [1, 2, 2, north],
  [2, 5, 3, behind],
  [3, 2, 2, east],
  [4, 5, 3, behind + 24],
]
// 52 degrees, 22 minutes, 30 seconds; 4 degrees, 54 minutes, 3.6 seconds.
const fractions = [52, 1, 22, 1, 30, 1, 4, 1, 54, 1, 36, 10]

test.each([
  ['N', 'E', 52.375, 4.901],
  ['S', 'W', -52.375, -4.901],
])('a camera that wrote %s and %s was at %d, %d, in either order of bytes', (north, east, lat, lng) => {
  for (const little of [true, false]) {
    const found = placeInExif(exif(fields(north, east), fractions, { little }))
    expect(found?.lat).toBeCloseTo(lat, 9)
    expect(found?.lng).toBeCloseTo(lng, 9)
  }
})

test('the place in a real JPEG is read, with the word before it', async () => {
  const gps = { GPSLatitudeRef: 'N', GPSLatitude: '42/1 21/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '71/1 3/1 36/1' }
  const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#778899' } })
  const jpeg = await picture
    .jpeg()
    .withExif({ IFD0: { Make: 'SpyPhone' }, IFD3: gps })
    .toBuffer()
  const found = placeInExif((await sharp(jpeg).metadata()).exif)
  expect(found?.lat).toBeCloseTo(42.35, 6)
  expect(found?.lng).toBeCloseTo(-71.06, 6)
})

describe('nothing is read from', () => {
  test.each([
    ['no EXIF at all', undefined],
    ['text', 'Exif'],
    ['nothing', new Uint8Array()],
    ['another order of bytes', Buffer.from('XX*\0\0\0\0\b', 'latin1')],
    ['no longitude', exif(fields('N', 'E').slice(0, 2), fractions)],
    ['a side of the world that is none', exif(fields('Q', 'E'), fractions)],
    ['more degrees than there are', exif(fields('N', 'E'), [91, 1, 0, 1, 0, 1, 4, 1, 0, 1, 0, 1])],
    ['more minutes than an hour has', exif(fields('N', 'E'), [52, 1, 60, 1, 0, 1, 4, 1, 0, 1, 0, 1])],
    ['fractions of nothing', exif(fields('N', 'E'), [52, 0, 22, 0, 0, 0, 4, 1, 0, 1, 0, 1])],
    ['noughts of a camera that does not know', exif(fields('N', 'E'), [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1])],
    ['a folder beyond the end', exif(fields('N', 'E'), fractions, { pointer: 4_000_000_000 })],
    ['fractions that were cut off', exif(fields('N', 'E'), fractions).subarray(0, -4)],
  ])('%s', (_, bytes) => {
    expect(placeInExif(bytes)).toBeNull()
  })
})

test('garbage, and good EXIF with any bytes of it altered, never throws and never gives what is no place', () => {
  const whole = exif(fields('N', 'E'), fractions, { little: true })
  const altered = fc
    .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((changes) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of changes) bytes[at] = value
      return bytes
    })
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), altered), (bytes) => {
      const found = placeInExif(bytes)
      return found === null || (Math.abs(found.lat) <= 90 && Math.abs(found.lng) <= 180)
    }),
    { numRuns: 3_000 },
  )
})
