// Runs alone, as `node photo-worker.js KIND`: one photo in, two clean pictures out. A decoder that crashes, or is broken
// into, takes this process with it and nothing else: it has no secrets in its environment and a limit to its memory.
import sharp from 'sharp'
import { placeInExif } from './photo-place.js'

const kind = process.argv[2]
const maxPixels = 50_000_000
const largePx = 1600
const smallPx = 400

// Everything is closed but the three kinds of picture that we take; SVG, GIF, TIFF, PDF and the rest never reach a decoder.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})
sharp.concurrency(1)
sharp.cache(false)

// Should the web process die first, nobody else would stop this one.
setTimeout(() => process.exit(3), 15_000).unref()

process.stdout.write('ready\n')

const parts = []
for await (const part of process.stdin) parts.push(part)
const answer = await picturesFrom(Buffer.concat(parts))
process.stdout.write(Buffer.concat([lengthOf(answer.head), answer.head, ...answer.pictures]))

async function picturesFrom(photo) {
  const options = { limitInputPixels: maxPixels, failOn: 'warning', pages: 1 }
  try {
    const found = await sharp(photo, options).metadata()
    if (found.format !== kind) return refusal('kind')
    const large = await sharp(photo, options)
      .autoOrient()
      // Without a background a transparent picture would turn black in some mail programs.
      .flatten({ background: '#ffffff' })
      .resize({ width: largePx, height: largePx, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true })
    const small = await sharp(large.data, { limitInputPixels: maxPixels })
      .resize({ width: smallPx, height: smallPx, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer()
    const { width, height } = large.info
    // Beside the pictures and not in them, for one question to whoever sent the photo.
    const whereTaken = placeInExif(found.exif)
    const head = { width, height, whereTaken, largeBytes: large.data.length, smallBytes: small.length }
    return { head: Buffer.from(JSON.stringify(head)), pictures: [large.data, small] }
  } catch (error) {
    return refusal(/pixel limit/.test(String(error)) ? 'too-many-pixels' : 'broken')
  }
}

function refusal(reason) {
  return { head: Buffer.from(JSON.stringify({ refusal: reason })), pictures: [] }
}

function lengthOf(head) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(head.length)
  return bytes
}
