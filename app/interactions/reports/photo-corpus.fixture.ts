import sharp from 'sharp'

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 90, g: 120, b: 160 } } })

const asSent = (name: string, bytes: Uint8Array) => ({ field: 'files', name, type: 'image/jpeg', bytes })

/** A photo as a phone makes it: with where, when and with what it was taken. */
export const phonePhoto = async () =>
  asSent(
    '../../etc/passwd.jpg',
    await plain(640, 480)
      .jpeg()
      .withExif({ IFD0: { Make: 'SpyPhone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 22/1 0/1' } })
      .toBuffer(),
  )

/** The same, taken here: degrees, minutes and thousandths of seconds, as cameras write them. */
export async function photoTakenAt({ lat, lng }: { lat: number; lng: number }) {
  const parts = (degrees: number) => {
    const minutes = (degrees % 1) * 60
    return `${Math.trunc(degrees)}/1 ${Math.trunc(minutes)}/1 ${Math.round((minutes % 1) * 60_000)}/1000`
  }
  const gps = { GPSLatitudeRef: 'N', GPSLatitude: parts(lat), GPSLongitudeRef: 'E', GPSLongitude: parts(lng) }
  return asSent('photo.jpg', await plain(640, 480).jpeg().withExif({ IFD3: gps }).toBuffer())
}

/** What is no photo, or not only one; with the reason that is given to the person who sent it. */
export async function photosToRefuse() {
  const jpeg = await plain(320, 240).jpeg().toBuffer()
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(400)])
  return [
    ['an SVG that calls itself a JPEG', Buffer.from(svg), 'photo.refused.kind'],
    ['a page that begins like a GIF', Buffer.from('GIF89a<script>alert(1)</script>'), 'photo.refused.kind'],
    ['a HEIC photo', heic, 'photo.refused.heic'],
    ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), 'photo.refused.broken'],
    ['a JPEG of nothing but its first bytes', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photo.refused.broken'],
    ['an empty file', Buffer.alloc(0), 'photo.refused.empty'],
    ['eleven megabytes', Buffer.concat([jpeg, Buffer.alloc(11 * 1024 * 1024)]), 'photo.refused.too-big'],
    ['more than fifty million pixels', await hugePng(), 'photo.refused.too-many-pixels'],
  ].map(([what, bytes, why]) => [String(what), asSent('photo.jpg', bytes as Buffer), String(why)] as const)
}

/** A JPEG with a page behind its end: a browser that guesses would run it. */
export const polyglot = async () =>
  asSent(
    'photo.jpg',
    Buffer.concat([
      await plain(320, 240).jpeg().toBuffer(),
      Buffer.from('<script>alert(document.cookie)</script>PK\x03\x04'),
    ]),
  )

// Says that it is 8,000 by 8,000; only the first bytes are looked at before it is refused.
const hugePng = () => plain(8000, 8000).png({ compressionLevel: 9 }).toBuffer()
