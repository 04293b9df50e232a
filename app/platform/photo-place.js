// Plain JavaScript: the photo worker, which is not built, reads with it, and so do browsers.

/** @typedef {{ lat: number, lng: number }} PlaceTaken */

const tags = { gpsFolder: 0x8825, latRef: 1, lat: 2, lngRef: 3, lng: 4 }

/**
 * Where a photo was taken, by its EXIF. Null when that does not say, or says what cannot be; whatever is in it, this never
 * throws.
 * @param {unknown} exif As it stands in the file, with or without its first word "Exif".
 * @returns {PlaceTaken | null}
 */
export function placeInExif(exif) {
  if (!(exif instanceof Uint8Array)) return null
  try {
    const begin = String.fromCharCode(...exif.subarray(0, 4)) === 'Exif' ? 6 : 0
    return placeIn(new DataView(exif.buffer, exif.byteOffset + begin, exif.byteLength - begin))
  } catch {
    // Cut off, or pointing to where nothing is.
    return null
  }
}

/** @param {DataView} view */
function placeIn(view) {
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const isLittle = order === 0x4949
  if (view.getUint16(2, isLittle) !== 42) return null
  const gps = fieldsAt(view, view.getUint32(4, isLittle), isLittle).get(tags.gpsFolder)
  if (gps === undefined) return null
  const fields = fieldsAt(view, view.getUint32(gps, isLittle), isLittle)
  const lat = degreesIn(
    view,
    fields.get(tags.lat),
    fields.get(tags.latRef),
    { plus: 'N', minus: 'S', most: 90 },
    isLittle,
  )
  const lng = degreesIn(
    view,
    fields.get(tags.lng),
    fields.get(tags.lngRef),
    { plus: 'E', minus: 'W', most: 180 },
    isLittle,
  )
  if (lat === null || lng === null) return null
  // A camera that does not know where it is writes noughts; nobody takes photos in the Gulf of Guinea.
  return lat === 0 && lng === 0 ? null : { lat, lng }
}

/**
 * Where the value of each field stands, or the address of it, by tag.
 * @param {DataView} view @param {number} at @param {boolean} isLittle
 * @returns {Map<number, number>}
 */
function fieldsAt(view, at, isLittle) {
  const fields = new Map()
  const count = view.getUint16(at, isLittle)
  for (let n = 0; n < count; n += 1) {
    const field = at + 2 + n * 12
    fields.set(view.getUint16(field, isLittle), field + 8)
  }
  return fields
}

/**
 * Degrees, minutes and seconds, three fractions one after the other, and the side of the world they are on.
 * @param {DataView} view @param {number | undefined} value @param {number | undefined} side
 * @param {{ plus: string, minus: string, most: number }} world @param {boolean} isLittle
 * @returns {number | null}
 */
function degreesIn(view, value, side, { plus, minus, most }, isLittle) {
  if (value === undefined || side === undefined) return null
  const letter = String.fromCharCode(view.getUint8(side))
  if (letter !== plus && letter !== minus) return null
  const at = view.getUint32(value, isLittle)
  const [degrees = 0, minutes = 0, seconds = 0] = [0, 8, 16].map(
    (next) => view.getUint32(at + next, isLittle) / view.getUint32(at + next + 4, isLittle),
  )
  if (!(minutes < 60 && seconds < 60)) return null
  const all = degrees + minutes / 60 + seconds / 3600
  return all <= most ? (letter === minus ? -all : all) : null
}
