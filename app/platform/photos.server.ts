import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { takeTurns } from './turns.server'

/** A photo made safe: turned upright, two sizes of WebP, nothing in it of where, when or with what it was taken. */
export type Photo = { large: Buffer; small: Buffer; width: number; height: number }

/** Why a photo is not taken: a key into the words. */
export type PhotoRefusal =
  `photo.refused.${'empty' | 'too-big' | 'heic' | 'kind' | 'broken' | 'too-many-pixels' | 'too-slow'}`

/** Where a photo was taken, by its own words: said once, to whoever made it safe, and kept nowhere. */
export type WhereTaken = { lat: number; lng: number }

export type PhotoOutcome =
  | { isTaken: true; photo: Photo; whereTaken: WhereTaken | null }
  | { isTaken: false; refusal: PhotoRefusal }

export const largestPhotoBytes = 10 * 1024 * 1024

/** What a file field should say it accepts. iPhones then send JPEG instead of HEIC. */
export const acceptedPhotos = 'image/jpeg,image/png,image/webp'

// Decoded pictures included: an ordinary photo needs 200,000. The rare one that does not fit (50 megapixels of
// 16 bits, interlaced) is refused as unreadable. Where the shell knows no such limit, there is none.
const memoryKiB = 400_000
const largestAnswerBytes = 16 * 1024 * 1024
const inTurn = takeTurns({ atOnce: 2, waiting: 8 })

/**
 * Makes a photo safe to keep and to show. Neither its name nor the type that the browser states is believed: its first
 * bytes and what the decoder finds must agree. The original is never stored. Throws Busy when too many photos wait.
 */
export async function readPhoto(original: Uint8Array, patienceMs = 10_000): Promise<PhotoOutcome> {
  if (original.length === 0) return refused('empty')
  if (original.length > largestPhotoBytes) return refused('too-big')
  const kind = kindOf(original)
  if (kind === 'heic') return refused('heic')
  if (!kind) return refused('kind')
  return inTurn(() => decodeApart(original, kind, patienceMs))
}

const refused = (reason: string): PhotoOutcome => ({
  isTaken: false,
  refusal: `photo.refused.${reason}` as PhotoRefusal,
})

type Kind = 'jpeg' | 'png' | 'webp' | 'heic'
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']

/** The kind of picture by its first bytes. */
export function kindOf(original: Uint8Array): Kind | null {
  const text = Buffer.from(original.subarray(0, 16)).toString('latin1')
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  if (text.slice(4, 8) === 'ftyp' && heicBrands.includes(text.slice(8, 12))) return 'heic'
  return null
}

/** Decodes in a process of its own, by absolute path, so that it is the same file in the bundle and in the tests. */
function decodeApart(original: Uint8Array, kind: Kind, patienceMs: number): Promise<PhotoOutcome> {
  const worker = resolve('app/platform/photo-worker.js')
  const limited = `ulimit -d ${memoryKiB} 2>/dev/null; exec "$0" "$@"`
  const child = spawn('/bin/sh', ['-c', limited, process.execPath, '--max-old-space-size=128', worker, kind], {
    // Nothing of ours: a broken decoder finds no secret. Two arenas keep the memory of libvips together.
    env: { NODE_ENV: 'production', MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '2' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  return new Promise((resolvePhoto, reject) => {
    let isLate = false
    let bytes = 0
    const parts: Buffer[] = []
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, patienceMs)
    child.stdout.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > largestAnswerBytes) child.kill('SIGKILL')
      else parts.push(part)
    })
    // The worker may end before it has read everything; what it said and how it ended tell enough.
    child.stdin.on('error', () => undefined)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      const answer = Buffer.concat(parts)
      if (isLate) resolvePhoto(refused('too-slow'))
      // It never came to the photo, so the photo is not to blame: an incident, not a refusal.
      else if (!answer.subarray(0, ready.length).equals(ready)) reject(new Error('The photo worker does not start.'))
      else if (code !== 0) resolvePhoto(refused('broken'))
      else resolvePhoto(outcomeFrom(answer.subarray(ready.length)))
    })
    child.stdin.end(original)
  })
}

const ready = Buffer.from('ready\n')

type Head =
  | { refusal: string }
  | { width: number; height: number; whereTaken: unknown; largeBytes: number; smallBytes: number }

function outcomeFrom(answer: Buffer): PhotoOutcome {
  const headEnd = 4 + answer.readUInt32BE(0)
  const head = JSON.parse(answer.toString('utf8', 4, headEnd)) as Head
  if ('refusal' in head) return refused(head.refusal)
  const { width, height, whereTaken, largeBytes, smallBytes } = head
  const large = answer.subarray(headEnd, headEnd + largeBytes)
  const small = answer.subarray(headEnd + largeBytes)
  // What comes from there is shown to everybody, so it is looked at once more.
  const isWhole = small.length === smallBytes && kindOf(large) === 'webp' && kindOf(small) === 'webp'
  return isWhole
    ? { isTaken: true, photo: { large, small, width, height }, whereTaken: placeOrNull(whereTaken) }
    : refused('broken')
}

function placeOrNull(said: unknown): WhereTaken | null {
  const { lat, lng } = (said ?? {}) as Record<string, unknown>
  const isPlace = typeof lat === 'number' && typeof lng === 'number' && Math.abs(lat) <= 90 && Math.abs(lng) <= 180
  return isPlace ? { lat, lng } : null
}
