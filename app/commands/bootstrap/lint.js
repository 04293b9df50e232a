// `npm run lint`: form, import directions, and our own rules. Warnings are errors.
import { readFileSync } from 'node:fs'
import { command, runProgram, Trouble } from './progress.js'
import { setUp } from './set-up.js'
import { filesIn } from './stamps.js'

const steps = {
  Form: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=50', '.'],
  'Import directions': [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'app',
    '--config',
    '.dependency-cruiser.cjs',
  ],
}

await command(async () => {
  await setUp({ needsBuild: false })
  let isClean = true
  for (const words of Object.values(steps)) {
    const { code } = await runProgram(process.execPath, words)
    isClean &&= code === 0
  }
  isClean = (await keepOwnRules()) && isClean
  if (!isClean) throw new Trouble('Lint has found something; see above.')
})

async function keepOwnRules() {
  // Only now: these modules need what set-up has installed.
  const { problemsIn } = await import('./lint-rules.js')
  const { foreignVerbs } = await import('./lint-verbs.js')
  const names = [...filesIn('app'), ...filesIn('tests')].filter((file) => /\.(tsx?|js|css)$/.test(file))
  const files = names.map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const problems = [...files.flatMap(({ file, text }) => problemsIn(file, text)), ...foreignVerbs(files)]
  for (const { file, line, rule, words } of problems) console.error(`${file}:${line}  ${rule}: ${words}`)
  if (problems.length === 0) console.log(`Our own rules: ${files.length} files, nothing found.`)
  return problems.length === 0
}
