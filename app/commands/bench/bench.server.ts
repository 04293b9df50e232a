import { env } from '~/platform/env.server'
import { settle } from '../open-town.server'
import { stopBenchServer } from './bench-database.server'
import { publish, type Result } from './result.server'

type Bench = (how: { small: boolean }) => Promise<Result>

const benches: Record<string, () => Promise<Bench>> = {
  door: async () => (await import('./door.server')).benchDoor,
  pages: async () => (await import('./pages.server')).benchPages,
  map: async () => (await import('./map.server')).benchMap,
  import: async () => (await import('./import.server')).benchImport,
  ledger: async () => (await import('./ledger.server')).benchLedger,
  faults: async () => (await import('./faults.server')).benchFaults,
  lab: async () => (await import('./lab.server')).benchLab,
}

/** `npm run bench -- NAME [--json] [--small]`: measures one thing on this machine. Small is for breakage only: its figures say nothing. */
export async function bench(words: string[]) {
  const names = words.filter((word) => !word.startsWith('--'))
  const unknown = names.find((name) => !benches[name])
  if (names.length === 0 || unknown !== undefined) {
    throw new Error(
      `${unknown === undefined ? 'Which one?' : `There is no benchmark "${unknown}".`} There are: ${Object.keys(benches).join(', ')}.`,
    )
  }
  await settle()
  try {
    for (const name of names) {
      const run = await benches[name]?.()
      const result = await run?.({ small: words.includes('--small') })
      if (!result) continue
      publish(result, env().dataDir, words.includes('--json'))
      if (result.rows.some(({ holds }) => holds === false)) process.exitCode = 1
    }
  } finally {
    await stopBenchServer()
  }
}
