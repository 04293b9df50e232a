// `npm run NAME -- WORDS`: sets up what is missing, then runs a command of the built program.
import { becomeProgram } from './program.js'
import { command } from './progress.js'
import { setUp } from './set-up.js'

const [name = 'help', ...words] = process.argv.slice(2)

await command(async () => {
  if (name === 'dev') {
    await setUp({ needsBuild: false })
    const { develop } = await import('./dev.js')
    return develop(words)
  }
  await setUp({ needsBuild: true })
  if (name !== 'build') await becomeProgram([name, ...words])
})
