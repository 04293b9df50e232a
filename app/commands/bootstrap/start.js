// `npm start`: sets up what is missing, then serves the town. Plain JavaScript: it runs before anything is installed.
import { becomeProgram } from './program.js'
import { command } from './progress.js'
import { setUp } from './set-up.js'

await command(async () => {
  await setUp({ needsBuild: true })
  await becomeProgram(['serve', ...process.argv.slice(2)])
})
