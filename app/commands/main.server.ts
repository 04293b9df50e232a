import { BadSettings } from '~/platform/env.server'
import { helpText } from './help.server'

type Command = (words: string[]) => Promise<void>

// Loaded when asked for: `city` needs no web server, and `serve` no browser.
const commands: Record<string, () => Promise<Command>> = {
  serve: async () => (await import('./start.server')).start,
  city: async () => (await import('./city.server')).city,
  admin: async () => (await import('./admin.server')).admin,
  ledger: async () => (await import('./ledger.server')).ledger,
  bench: async () => (await import('./bench/bench.server')).bench,
  look: async () => (await import('./look/look.server')).look,
  migrate: async () => (await import('./start.server')).migrateOnly,
}

/** The platform's one program: `serve`, and what an operator runs beside it. */
async function main([name = 'serve', ...words]: string[]) {
  const command = commands[name]
  if (name === 'help' || words.includes('--help') || !command) {
    console.log(helpText(Object.keys(commands)))
    process.exitCode = command || name === 'help' ? 0 : 2
    return
  }
  await (await command())(words)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  // What an operator can mend is said in a sentence; anything else shows where it happened.
  if (error instanceof BadSettings) for (const line of error.lines) console.error(line)
  else if (error instanceof Error && error.constructor === Error) console.error(error.message)
  else console.error(error)
  process.exit(1)
})
