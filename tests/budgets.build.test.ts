import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

/** Budgets in kB of gzip: what a reader with a slow line and an old phone has to fetch. */
const budgets = { publicScript: 110, staffScript: 180, publicStyle: 15, staffStyle: 20, mapScript: 50 }

type Part = { module: string; imports?: string[]; css?: string[]; parentId?: string }
type Manifest = { entry: Part; routes: Record<string, Part & { id: string }> }

const client = path.resolve('build/client')
const assets = readdirSync(path.join(client, 'assets'))

function manifest(): Manifest {
  const name = assets.find((file) => /^manifest-.*\.js$/.test(file))
  if (!name) throw new Error('The build has no manifest. Run the build first.')
  const text = readFileSync(path.join(client, 'assets', name), 'utf8')
  return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as Manifest
}

const kB = (file: string) => gzipSync(readFileSync(path.join(client, file))).length / 1000
const isStaff = (id: string) => /^routes\/(desk|oversight|admin)/.test(id)

/** Every script a page of this route asks for before anything is loaded on demand. */
function scriptsOf({ entry, routes }: Manifest, id: string): string[] {
  const chain: Part[] = [entry]
  for (let at: string | undefined = id; at; at = routes[at]?.parentId) {
    const route = routes[at]
    if (route) chain.push(route)
  }
  return [...new Set(chain.flatMap((part) => [part.module, ...(part.imports ?? [])]))]
}

describe('what a page weighs', () => {
  const built = manifest()
  const ids = Object.keys(built.routes).filter((id) => id !== 'root')

  test('there are pages to weigh', () => expect(ids.length).toBeGreaterThan(20))

  test('scripts of every page stay within the budget', () => {
    const heavy = ids
      .map((id) => ({ id, size: scriptsOf(built, id).reduce((sum, file) => sum + kB(file), 0) }))
      .filter(({ id, size }) => size > (isStaff(id) ? budgets.staffScript : budgets.publicScript))
    expect(heavy).toEqual([])
  })

  test('no page fetches Leaflet before it is drawn', () => {
    const maps = assets.filter(
      (file) =>
        file.endsWith('.js') && readFileSync(path.join(client, 'assets', file), 'utf8').includes('leaflet-container'),
    )
    expect(maps.length).toBeGreaterThan(0)
    const early = ids.filter((id) => scriptsOf(built, id).some((file) => maps.some((map) => file.endsWith(map))))
    expect(early).toEqual([])
    for (const file of maps) expect(kB(`assets/${file}`)).toBeLessThan(budgets.mapScript)
  })

  test('style sheets stay within the budget', () => {
    const sheets = assets.filter((file) => file.endsWith('.css')).map((file) => ({ file, size: kB(`assets/${file}`) }))
    expect(sheets.length).toBeGreaterThan(0)
    const heavy = sheets.filter(
      ({ file, size }) => size > (/desk|admin|oversight/.test(file) ? budgets.staffStyle : budgets.publicStyle),
    )
    expect(heavy).toEqual([])
  })

  test('no server code reaches the browser', () => {
    const telling = ['prisma', 'node:crypto', 'SECRET_KEY', 'graphile', 'argon2', 'process.env.DATABASE_URL']
    const found = assets
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) =>
        telling
          .filter((word) => readFileSync(path.join(client, 'assets', file), 'utf8').includes(word))
          .map((word) => `${file}: ${word}`),
      )
    expect(found).toEqual([])
  })
})
