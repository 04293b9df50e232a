import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

// Rule -> the bad sample that breaks it: file and what it imports.
const bad: Record<string, [file: string, from: string]> = {
  'platform-stands-alone': ['app/platform/mail.ts', '../safeguards/check'],
  'safeguards-know-only-platform': ['app/safeguards/door.ts', '../interactions/issues/issue'],
  'interactions-know-no-pages': ['app/interactions/issues/show.server.ts', '~/ui/card'],
  'browser-gets-no-server-code': ['app/ui/bad.ts', '~/interactions/issues/list.server'],
  'pieces-know-no-pages': ['app/ui/worse.ts', '~/routes/home'],
  'routes-enter-by-the-door': ['app/routes/home.ts', '~/platform/db.server'],
  'no-circles': ['app/ui/circle.ts', './round'],
  'nothing-for-developers-only': ['app/ui/tool.ts', 'vitest'],
  resolvable: ['app/ui/lost.ts', './nowhere'],
}
const good: Record<string, string> = {
  'app/platform/db.server.ts': '',
  'app/safeguards/check.ts': `import '~/platform/db.server'`,
  'app/interactions/issues/issue.ts': '',
  'app/interactions/issues/issue.input.ts': '',
  'app/interactions/issues/list.server.ts': `import '~/safeguards/check'\nexport type Listed = string`,
  'app/ui/card.ts': `import type { Listed } from '~/interactions/issues/list.server'\nimport '~/interactions/issues/issue.input'\nexport type Card = Listed`,
  'app/ui/round.ts': `import './circle'`,
  'app/routes/fine.ts': `import '~/interactions/issues/list.server'\nimport '~/ui/card'`,
}

let folder: string
let said: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'meent-imports-'))
  const samples = [
    ...Object.values(bad).map(([file, from]) => [file, `import '${from}'`] as const),
    ...Object.entries(good),
  ]
  for (const [file, text] of samples) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), text)
  }
  for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json'])
    await cp(file, path.join(folder, file))
  await mkdir(path.join(folder, 'node_modules/vitest'), { recursive: true })
  await writeFile(path.join(folder, 'node_modules/vitest/package.json'), '{"name":"vitest","main":"index.js"}')
  await writeFile(path.join(folder, 'node_modules/vitest/index.js'), '')
  const cruise = path.resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const words = [cruise, 'app', '--config', '.dependency-cruiser.cjs', '--output-type', 'err']
  said = await promisify(execFile)(process.execPath, words, { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  )
})
afterAll(() => rm(folder, { recursive: true }))

it.each(Object.entries(bad))('%s: a bad import is caught', (rule, [file]) => {
  expect(said).toMatch(new RegExp(`${rule}: ${file.replaceAll('.', '\\.')}`))
})

it('says nothing about imports that point the right way', () => {
  for (const file of Object.keys(good)) {
    if (file !== 'app/ui/round.ts') expect(said).not.toContain(`: ${file} →`)
  }
})
