import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { callsIn, filesBelow, find, resolve } from './sources'

/** Loaders and actions that touch nothing of the town, each with the reason why no door stands before it. */
const named: Record<string, string> = {
  'app/routes/$.tsx': 'an address that leads nowhere: there is nothing behind it to ask for',
}
/** What the web server answers before any route: whether the process lives, and figures for the operator. */
const beforeRoutes = ['/healthz', '/readyz', '/metrics', '/assets', '*']

const deepest = 4

/** Whether this function of this file calls the door, itself or by a function of ours that it calls. */
function enters(file: string, name: string, depth = 0): boolean {
  const found = find(file, name)
  if (!found || depth > deepest) return false
  if ('module' in found) {
    const isDoor = /(^|\/)safeguards\/door\.server$/.test(found.module) && /^enter(As)?$/.test(found.imported)
    const target = resolve(file, found.module)
    return isDoor || (target !== null && enters(target, found.imported, depth + 1))
  }
  return [...callsIn(found.node)].some((called) => called !== name && enters(file, called, depth + 1))
}

const handlersOf = (file: string) => ['loader', 'action'].filter((name) => find(file, name) !== null)

describe('every way in is the door', () => {
  const files = [
    'app/root.tsx',
    ...filesBelow('app/routes').filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file)),
  ]
  const handlers = files.flatMap((file) => handlersOf(file).map((name) => [file, name] as const))

  it('there are many ways in', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(handlers.length).toBeGreaterThan(60)
  })

  it.each(handlers)('%s: its %s enters by the door', (file, name) => {
    expect(enters(file, name) || named[file] !== undefined).toBe(true)
  })

  it('names no exception that is not needed any more', () => {
    const needed = Object.keys(named).filter((file) => handlersOf(file).some((name) => !enters(file, name)))
    expect(Object.keys(named)).toEqual(needed)
  })

  it('the web server itself answers only what is on the short list', () => {
    const text = readFileSync('app/commands/serve.server.ts', 'utf8')
    const paths = [...text.matchAll(/\bapp\.(?:get|post|put|all|use)\(\s*'([^']+)'/g)].map(([, at]) => at)
    expect(paths.length).toBeGreaterThan(3)
    expect(paths.filter((at) => !beforeRoutes.includes(at ?? ''))).toEqual([])
  })
})

describe('the sweep itself', () => {
  const folder = path.posix.relative('.', mkdtempSync(path.resolve('node_modules/.sweep-')))
  afterAll(() => rmSync(folder, { recursive: true }))
  const sample = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text)
    return `${folder}/${name}`
  }

  it('sees a loader that goes past the door', () => {
    const file = sample('past.ts', `import { read } from './read'\nexport const loader = async () => read()`)
    sample('read.ts', 'export const read = () => 1')
    expect(enters(file, 'loader')).toBe(false)
  })

  it('is not fooled by another function of the same name, or by a word in a comment', () => {
    const file = sample(
      'fooled.ts',
      'const enter = () => 1\nexport async function loader() { /* enter(x) */ return enter() }',
    )
    expect(enters(file, 'loader')).toBe(false)
  })

  it('follows a loader to the door through functions of ours', () => {
    sample(
      'through.ts',
      `import { enter } from '~/safeguards/door.server'\nexport function look(request) { return enter(show, request) }`,
    )
    const file = sample(
      'fine.ts',
      `import { look as see } from './through'\nconst it = (request) => see(request)\nexport async function loader({ request }) { return it(request) }`,
    )
    expect(enters(file, 'loader')).toBe(true)
  })
})
