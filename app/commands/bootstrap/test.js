// `npm test`: sets up what is missing, then checks everything. The last line says how many passed and failed.
import { command, Trouble } from './progress.js'
import { setUp } from './set-up.js'
import { hashOf } from './stamps.js'
import { steps } from './test-steps.js'

const wanted = process.argv.slice(2)

await command(async () => {
  const names = Object.keys(steps)
  if (wanted.includes('--help')) return console.log(`npm test [-- STEP ...]   Steps: ${names.join(', ')}`)
  const unknown = wanted.find((name) => !names.includes(name))
  if (unknown) throw new Trouble(`There is no step "${unknown}". Steps: ${names.join(', ')}`)

  const began = Date.now()
  const lockBefore = hashOf(['package-lock.json'])
  await setUp({ needsBuild: false })
  let passed = 0
  let failed = 0
  if (hashOf(['package-lock.json']) !== lockBefore) {
    console.error('Installing has changed package-lock.json: it does not fit package.json. Commit the new one.')
    failed += 1
  }
  const rows = []
  for (const name of wanted.length > 0 ? wanted : names) {
    console.log(`\n== ${name}`)
    const since = Date.now()
    const count = await steps[name]()
    rows.push(
      `${name.padEnd(10)}${String(count.passed).padStart(6)} passed${String(count.failed).padStart(6)} failed  ${seconds(since)}`,
    )
    passed += count.passed
    failed += count.failed
  }
  console.log(`\n${rows.join('\n')}\nall in ${seconds(began)}\n`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
})

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1_000)} s`
}
