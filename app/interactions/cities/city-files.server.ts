import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { createGunzip, gunzip } from 'node:zlib'
import type { z } from 'zod'
import { type CategoriesFile, categoriesFile } from './categories-file'
import { type CityFolder, cityFolder } from './city-folder'

/** Something about a city folder that its operator can mend; said in a sentence. */
export class BadCity extends Error {}

type OptionalFile = Exclude<keyof CityFolder['files'], 'reports' | 'basemap'>

/** A city folder that was opened: its description, and where its files are. */
export type OpenCity = {
  directory: string
  city: CityFolder
  reports: string
  /** Path of an optional file; null when the folder has none. */
  fileOf: (kind: OptionalFile) => string | null
  /** Files that `city.json` names and that are not there. */
  missing: string[]
}

// A file that city.json does not name is still found under its usual name.
const usualNames: Record<OptionalFile | 'reports', readonly string[]> = {
  reports: ['reports.csv.gz', 'reports.csv'],
  areas: ['areas.geojson'],
  census: ['census.csv'],
  streets: ['streets.csv', 'streets.csv.gz'],
  addresses: ['addresses.csv.gz', 'addresses.csv'],
  intersections: ['intersections.csv', 'intersections.csv.gz'],
  landmarks: ['landmarks.csv'],
  categories: ['categories.json'],
}

/** Opens a city folder. Throws BadCity when `city.json` or the reports cannot be used. */
export async function openCity(directory: string): Promise<OpenCity> {
  const written = await jsonAt(path.join(directory, 'city.json'))
  const files = { ...((written as { files?: Record<string, unknown> }).files ?? {}) }
  const missing: string[] = []
  for (const kind of Object.keys(usualNames) as (OptionalFile | 'reports')[]) {
    const named = files[kind]
    if (typeof named === 'string' && (await isThere(path.join(directory, named)))) continue
    if (typeof named === 'string') missing.push(named)
    files[kind] = undefined
    for (const name of usualNames[kind]) if (await isThere(path.join(directory, name))) files[kind] ??= name
  }
  if (files.reports === undefined)
    throw new BadCity(`${directory} has no reports: ${missing[0] ?? 'reports.csv or reports.csv.gz'} is missing.`)
  const city = parsed(cityFolder, { ...(written as object), files }, 'city.json')
  return {
    directory,
    city,
    reports: path.join(directory, city.files.reports),
    missing,
    fileOf(kind) {
      const name = city.files[kind]
      return name === undefined ? null : path.join(directory, name)
    },
  }
}

/** The everyday names of categories; null when the folder has none. */
export async function categoriesOf(open: OpenCity): Promise<CategoriesFile | null> {
  const file = open.fileOf('categories')
  return file === null ? null : parsed(categoriesFile, await jsonAt(file), path.basename(file))
}

/** The bytes of a file, unpacked when it is packed. A packed file that was cut off throws BadCity. */
export async function bytesAt(file: string): Promise<Buffer> {
  const bytes = await readFile(file)
  if (!isPacked(bytes)) return bytes
  return promisify(gunzip)(bytes).catch((error: Error) => {
    throw unpackingError(file, error)
  })
}

/** The same as a stream, for files of any size. */
export async function streamAt(file: string): Promise<NodeJS.ReadableStream> {
  const stream = createReadStream(file, { highWaterMark: 1 << 18 })
  if (!isPacked(await firstBytes(file))) return stream
  const unpacked = createGunzip({ chunkSize: 1 << 18 })
  stream.on('error', (error) => unpacked.destroy(error))
  return stream.pipe(unpacked)
}

/** SHA-256 of a file as it lies there: what the record of an import names. */
export async function fingerprintOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** What went wrong while unpacking, as a sentence. */
export function unpackingError(file: string, error: Error): BadCity {
  const isCut = (error as { code?: string }).code === 'Z_BUF_ERROR'
  const words = isCut ? 'is cut off: its end is missing' : 'is damaged and cannot be unpacked'
  return new BadCity(`${path.basename(file)} ${words}. Copy it once more.`)
}

/** JSON of a file, or BadCity. */
export async function jsonAt(file: string): Promise<unknown> {
  if (!(await isThere(file))) throw new BadCity(`${file} is missing.`)
  try {
    return JSON.parse((await bytesAt(file)).toString('utf8').replace(/^\ufeff/, ''))
  } catch (error) {
    if (error instanceof BadCity) throw error
    throw new BadCity(`${path.basename(file)} is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
}

export function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, name: string): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const lines = result.error.issues.slice(0, 8).map((issue) => `  ${issue.path.join('.') || 'file'}: ${issue.message}`)
  throw new BadCity([`${name} cannot be used:`, ...lines].join('\n'))
}

const isPacked = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b

async function firstBytes(file: string): Promise<Uint8Array> {
  for await (const part of createReadStream(file, { end: 1 })) return part as Buffer
  return new Uint8Array()
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  )
