import cluster from 'node:cluster'
// The pages, as Remix builds them; in the same bundle, so that door and pages share one database and one clock.
import * as build from 'virtual:remix/server-build'
import type { ServerBuild } from '@remix-run/node'
import { loadDemo } from './demo.server'
import { type OpenTown, openTown } from './open-town.server'
import { serve } from './serve.server'
import { serveAsOneOfSeveral } from './web-process.server'
import { startWebProcesses } from './web-processes.server'

const pages = build as unknown as ServerBuild
const say = (line: string) => console.log(line)

/** Opens the town, with the demo in it where it is empty and may have one, and serves it. `stop` ends all of it. */
export async function serveHere() {
  const town = await openTown(say)
  try {
    const signIns = await loadDemo(town, say)
    const parts = await serveParts(town)
    return {
      env: town.env,
      signIns,
      async stop() {
        for (const part of parts) await part.stop()
        await town.close()
      },
    }
  } catch (error) {
    await town.close()
    throw error
  }
}

/** The pages first, so that nothing new comes in while the rest is finished. */
async function serveParts(town: OpenTown): Promise<{ stop: () => Promise<void> }[]> {
  const { env, databaseUrl } = town
  if (env.role === 'worker' || env.webProcesses === 1) return [await serve({ ...town, build: pages })]
  const queue = env.role === 'web' ? [] : [await serve({ ...town, env: { ...env, role: 'worker' }, build: pages })]
  try {
    return [await startWebProcesses(env, databaseUrl), ...queue]
  } catch (error) {
    for (const part of queue) await part.stop()
    throw error
  }
}

/** `npm start`: serves until it is told to stop. */
export async function start() {
  if (cluster.isWorker) return serveAsOneOfSeveral(pages)
  const { env, signIns, stop } = await serveHere()
  untilStopped(stop)
  say(`Meent is at ${env.baseUrl}`)
  if (signIns.length === 0) return
  say(
    `This is a demo, for this machine only. At ${env.baseUrl}/sign-in one button signs you in as any of these people;`,
  )
  say(
    `to try the ways that real people use: /sign-in (a link by mail, to be found in /admin/mailbox) and /sign-in/staff.`,
  )
  for (const { role, jobTitle, email, password, code } of signIns) {
    const post = jobTitle ? `${role}, ${jobTitle}` : role
    say(`  ${post.padEnd(46)} ${email}${password ? `  password ${password}  code now ${code}` : ''}`)
  }
}

/** Brings the database up to date and ends. */
export async function migrateOnly() {
  const town = await openTown(say)
  await town.close()
}

function untilStopped(stop: () => Promise<void>) {
  let isStopping = false
  const end = (signal: string) => {
    if (isStopping) return
    isStopping = true
    say(`Stopping (${signal}).`)
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
