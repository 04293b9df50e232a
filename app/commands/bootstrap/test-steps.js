import { existsSync, readFileSync, rmSync } from 'node:fs'
import { installChromium } from './chromium.js'
import { during, runProgram } from './progress.js'
import { build } from './set-up.js'

const node = process.execPath
const postgres15 = '/usr/lib/postgresql/15/bin'

/** Each step of `npm test` by name. A step says how many of its tests passed and failed; a step without tests counts as one. */
export const steps = {
  lint: () => check('Lint', ['app/commands/bootstrap/lint.js']),
  types: () => check('Types', ['node_modules/typescript/bin/tsc', '--noEmit']),
  build: () => attempt(build),
  unit: () => suites('unit', ['unit']),
  // Walks over several routes need the database, too.
  db: () => suites('db', ['db', 'journey']),
  // The same statements on the oldest PostgreSQL that is promised; the walks over routes add none.
  'db-15': () =>
    existsSync(`${postgres15}/postgres`)
      ? suites('db-15', ['db'], { MEENT_TEST_POSTGRES_BIN: postgres15 })
      : skip(
          'PostgreSQL 15 is not installed here (apt-get install postgresql-15): the database tests ran on the built-in one only.',
        ),
  budgets: () => onBuild(() => suites('budgets', ['build'])),
  browser: () =>
    onBuild(async () => {
      const chromium = await attempt(installChromium)
      return chromium.failed ? chromium : suites('browser', ['browser'])
    }),
}

// Costs nothing when the build is there already.
async function onBuild(act) {
  const built = await attempt(build)
  return built.failed ? built : act()
}

async function check(name, words) {
  const { code } = await during(name, () => runProgram(node, words))
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function attempt(act) {
  try {
    await act()
    return { passed: 1, failed: 0 }
  } catch (error) {
    console.error(error.message)
    return { passed: 0, failed: 1 }
  }
}

function skip(words) {
  console.log(words)
  return { passed: 0, failed: 0 }
}

async function suites(name, projects, env = {}) {
  const report = `node_modules/.meent/${name}.json`
  rmSync(report, { force: true })
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'remix.config.js', ...chosen, ...reporters]
  const { code } = await runProgram(node, words, { env })
  return countIn(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, code)
}

/** What a run of the suites comes to. A file that broke before its first test, a run that found none, and a bad end all count as failed. */
export function countIn(report, code) {
  if (!report) return { passed: 0, failed: 1 }
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  )
  const passed = report.numPassedTests
  const failed = report.numFailedTests + broken.length
  const isBadEnd = failed === 0 && (code !== 0 || passed === 0)
  return { passed, failed: isBadEnd ? 1 : failed }
}
