import { describe, expect, it } from 'vitest'
import { problemsIn, rules } from './lint-rules.js'
import { foreignVerbs, verbsAmong } from './lint-verbs.js'

const found = (file: string, text: string) => problemsIn(file, text).map(({ rule }: { rule: string }) => rule)
const handler = 'app/interactions/issues/report-issue.server.ts'
const component = 'app/ui/card.tsx'

// Rule, file, a bad sample that must be caught there, and a good one that must not.
const samples: [rule: string, file: string, bad: string, good: string][] = [
  [
    'database-client',
    handler,
    `import { database } from '~/platform/db.server'`,
    `import { Prisma, type Tx } from '~/platform/db.server'`,
  ],
  [
    'database-client',
    handler,
    `const { database } = await import('~/platform/db.server')`,
    `import type { Tx } from '~/platform/db.server'`,
  ],
  ['database-client', handler, `export * from '~/platform/db.server'`, `import { townOf } from '../town/town.server'`],
  ['database-client', handler, `import pg from 'pg'`, `import type pg from 'pg'`],
  [
    'database-client',
    handler,
    `import { PrismaClient } from '../../../prisma/generated/client'`,
    `import type { Issue } from '../../../prisma/generated/client'`,
  ],
  ['database-client', 'app/routes/issues.tsx', `import { openDatabase } from '~/platform/db.server'`, ''],
  ['unsafe-sql', handler, 'await tx.$queryRawUnsafe(sql)', 'await tx.$queryRaw`SELECT 1`'],
  ['unsafe-sql', handler, 'await tx["x"].$executeRawUnsafe(sql)', 'await tx.$executeRaw`SELECT 1`'],
  ['unsafe-sql', handler, 'const order = Prisma.raw(typed)', 'const order = Prisma.sql`1`'],
  ['own-clock', handler, 'const at = new Date()', 'const at = new Date(now.getTime() + 1000)'],
  ['own-clock', handler, 'const at = Date.now()', 'const at = now.getTime()'],
  ['own-clock', 'app/safeguards/check.ts', 'const at = new Date', '// new Date() would be wrong here'],
  [
    'turbo-stream',
    'app/entry.server.tsx',
    `import { decode } from 'turbo-stream'`,
    `import type { decode } from 'turbo-stream'`,
  ],
  ['inline-style', component, `const a = <p style={{ color: 'red' }} />`, `const a = <p className="warm" />`],
  ['inline-html', component, 'const a = <p dangerouslySetInnerHTML={{ __html: typed }} />', 'const a = <p>{typed}</p>'],
  ['environment', handler, 'const url = process.env.SMTP_URL', 'const url = env().smtpUrl'],
  ['unfinished', component, `// ${'TO'}DO later`, `// ${'TO'}DO #12: later`],
  ['unfinished', 'app/ui/styles/base.css', `/* ${'FIX'}ME */`, '/* mended */'],
  ['two-ideas', handler, 'const a = 1\n'.repeat(251), 'const a = 1\n'.repeat(250)],
]

describe('our own rules', () => {
  it.each(samples)('%s: a bad sample in %s is caught, a good one is not', (rule, file, bad, good) => {
    expect(found(file, bad)).toContain(rule)
    expect(found(file, good)).not.toContain(rule)
  })

  it('catches a file that is named after nothing', () => {
    expect(found('app/ui/date-utils.ts', '')).toContain('name-of-nothing')
    expect(found('app/lib/dates.ts', '')).toContain('name-of-nothing')
    expect(found('app/ui/library.ts', '')).not.toContain('name-of-nothing')
  })

  it('lets the places that hold the database hold it', () => {
    const text = `import { database } from '~/platform/db.server'`
    for (const file of [
      'app/safeguards/door.server.ts',
      'app/safeguards/door/actor.server.ts',
      'app/commands/city.server.ts',
    ]) {
      expect(found(file, text)).toEqual([])
    }
    expect(found('app/safeguards/equality/rate.server.ts', text)).toEqual(['database-client'])
  })

  it('has a bad sample for every rule', () => {
    const sampled = new Set([...samples.map(([rule]) => rule), 'name-of-nothing'])
    expect(rules.map(({ name }: { name: string }) => name).filter((name: string) => !sampled.has(name))).toEqual([])
  })

  it('names file and line', () => {
    expect(problemsIn(handler, 'const a = 1\nconst b = Date.now()\n')).toMatchObject([{ file: handler, line: 2 }])
  })
})

describe('an area and the verbs of another', () => {
  const verb = {
    file: 'app/interactions/cases/close-case.server.ts',
    text: 'export const closeCase = defineInteraction({})',
  }
  const noun = { file: 'app/interactions/cases/case.ts', text: 'export const isClosed = () => true' }
  const from = (file: string, target: string) =>
    foreignVerbs([verb, noun, { file, text: `import { a } from '${target}'` }]).map(
      ({ rule }: { rule: string }) => rule,
    )

  it('an area cannot call a verb of another, but reads its nouns', () => {
    expect(from('app/interactions/reports/me-too.server.ts', '../cases/close-case.server')).toEqual(['foreign-verb'])
    expect(from('app/interactions/reports/me-too.server.ts', '~/interactions/cases/case')).toEqual([])
    expect(from('app/interactions/cases/case-page.server.ts', './close-case.server')).toEqual([])
    expect(from('app/ui/case-card.tsx', '~/interactions/cases/close-case.server')).toEqual(['foreign-verb'])
  })

  it('routes, commands and the tables of contents name every verb', () => {
    for (const file of [
      'app/routes/desk.tsx',
      'app/root.tsx',
      'app/commands/demo.server.ts',
      'app/interactions/register.server.ts',
      'app/interactions/reports/report-tasks.server.ts',
    ]) {
      expect(from(file, '~/interactions/cases/close-case.server')).toEqual([])
    }
  })

  it('knows a verb by its declaration', () => {
    expect([...verbsAmong([verb, noun])]).toEqual([verb.file])
  })
})
