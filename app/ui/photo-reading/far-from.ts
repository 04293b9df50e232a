import { metresBetween, samePlaceM } from '~/interactions/reports/geo'
import { placeInExif } from '~/platform/photo-place.js'

type Place = { lat: number; lng: number }
/** West, south, east, north. */
type Bounds = readonly [number, number, number, number]

/** Another place than the one chosen, as a photo says it. */
export type ElsewhereTaken = Place & { metres: number }

// Cameras write it at the beginning, in a part that holds at most 64 kB.
const beginning = 256 * 1024

/** The first of these photos that was taken in this town, but not at this place; read in the browser, so that nobody else learns it. */
export async function farFrom(
  chosen: Place,
  bounds: Bounds | null,
  photos: readonly Blob[],
): Promise<ElsewhereTaken | null> {
  for (const photo of photos) {
    const taken = placeInExif(exifIn(new Uint8Array(await photo.slice(0, beginning).arrayBuffer())))
    if (!taken || !bounds || !isWithin(bounds, taken)) continue
    const metres = Math.round(metresBetween(chosen, taken))
    if (metres > samePlaceM) return { ...taken, metres }
  }
  return null
}

const isWithin = ([west, south, east, north]: Bounds, { lat, lng }: Place) =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** The EXIF of a JPEG: the part that begins with this word. Null when it has none. */
export function exifIn(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null
  for (let at = 2; jpeg[at] === 0xff; ) {
    const kind = jpeg[at + 1] ?? 0
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0)
    // After the start of the picture itself nothing else is told; a part holds at least its own length.
    if (kind === 0xda || length < 2) return null
    const part = jpeg.subarray(at + 4, at + 2 + length)
    if (kind === 0xe1 && String.fromCharCode(...part.subarray(0, 4)) === 'Exif') return part
    at += 2 + length
  }
  return null
}
