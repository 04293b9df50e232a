import { describe, expect, it } from 'vitest'
import { interactions } from '~/interactions/register.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { callsIn, filesBelow, treeOf } from './sources'

const modules = import.meta.glob<Record<string, unknown>>('../../app/interactions/**/*.server.ts')
const isDeclared = (value: unknown): value is AnyInteraction =>
  typeof value === 'object' && value !== null && 'handle' in value && 'effect' in value && 'roles' in value

// Some files declare several at once and export them as a list or by name.
function declaredIn(value: unknown, depth = 0): AnyInteraction[] {
  if (isDeclared(value)) return [value]
  if (typeof value !== 'object' || value === null || depth > 2) return []
  return Object.values(value).flatMap((inner) => declaredIn(inner, depth + 1))
}

const tables = /^app\/interactions\/([^/]+|[^/]+\/[^/]+-interactions)\.server\.ts$/
const files = filesBelow('app/interactions').filter(
  (file) => file.endsWith('.server.ts') && !tables.test(file) && callsIn(treeOf(file)).has('defineInteraction'),
)

describe('the register', () => {
  it('has many interactions, each once and with a name of its own', () => {
    expect(interactions.length).toBeGreaterThan(40)
    const names = interactions.map(({ name }) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it('there are files that declare them', () => expect(files.length).toBeGreaterThan(40))

  it.each(files)('lists what %s declares', async (file) => {
    const load = modules[`../../${file}`]
    const declared = declaredIn(await load?.())
    expect(declared.length).toBeGreaterThan(0)
    expect(declared.filter((each) => !interactions.includes(each)).map(({ name }) => name)).toEqual([])
  })
})
