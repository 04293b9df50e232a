import sharp from 'sharp'
import { expect, test } from 'vitest'
import { exifIn, farFrom } from './far-from'

const chosen = { lat: 52.375, lng: 4.9 }
const town = [4.8, 52.3, 5, 52.4] as const

async function takenAt(lat: string, lng: string): Promise<Blob> {
  const gps = { GPSLatitudeRef: 'N', GPSLatitude: lat, GPSLongitudeRef: 'E', GPSLongitude: lng }
  const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: '#778899' } })
  return new Blob([new Uint8Array(await picture.jpeg().withExif({ IFD3: gps }).toBuffer())])
}

test('a photo from three hundred metres on is asked about, one from the same corner is not', async () => {
  const [near, far] = [await takenAt('52/1 22/1 30/1', '4/1 54/1 1/1'), await takenAt('52/1 22/1 40/1', '4/1 54/1 0/1')]
  expect(await farFrom(chosen, town, [near])).toBeNull()
  const found = await farFrom(chosen, town, [near, far])
  expect(found?.metres).toBe(309)
  expect(found?.lat).toBeCloseTo(52.37778, 5)
})

test('a photo from another town, or any photo where the town has no borders, is not asked about', async () => {
  const away = await takenAt('51/1 0/1 0/1', '4/1 54/1 0/1')
  expect(await farFrom(chosen, town, [away])).toBeNull()
  expect(await farFrom(chosen, null, [await takenAt('52/1 22/1 40/1', '4/1 54/1 0/1')])).toBeNull()
})

test.each([
  ['an empty file', []],
  ['text', [...Buffer.from('no photo at all')]],
  ['a part without a length', [0xff, 0xd8, 0xff, 0xe1, 0, 0, 0xff, 0xe1]],
  ['a part that was cut off', [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1]],
  ['a picture that begins at once', [0xff, 0xd8, 0xff, 0xda, 0, 4, 0, 0, 0xff, 0xe1, 0, 8, 0x45, 0x78, 0x69, 0x66]],
])('%s has no EXIF', (_, bytes) => {
  expect(exifIn(Uint8Array.from(bytes))).toBeNull()
})
