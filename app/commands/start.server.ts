// The pages, as Remix builds them; in the same bundle, so that door and pages share one database and one clock.
import * as build from 'virtual:remix/server-build'
import type { ServerBuild } from '@remix-run/node'
import { openTown } from './open-town.server'
import { serve } from './serve.server'

/** `npm start`: opens the town and serves it until it is told to stop. */
export async function start() {
  const say = (line: string) => console.log(line)
  const town = await openTown(say)
  try {
    const serving = await serve({ ...town, build: build as unknown as ServerBuild })
    say(`Meent is at ${town.env.baseUrl}`)
    untilStopped(async () => {
      await serving.stop()
      await town.close()
    })
  } catch (error) {
    await town.close()
    throw error
  }
}

/** Brings the database up to date and ends. */
export async function migrateOnly() {
  const town = await openTown((line) => console.log(line))
  await town.close()
}

function untilStopped(stop: () => Promise<void>) {
  let isStopping = false
  const end = (signal: string) => {
    if (isStopping) return
    isStopping = true
    console.log(`Stopping (${signal}).`)
    // Whoever waits longer than this has lost the connection anyway; the database recovers by itself.
    setTimeout(() => process.exit(1), 20_000).unref()
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', () => end('SIGINT'))
  process.on('SIGTERM', () => end('SIGTERM'))
}
