import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    baseUrl: string
  }
}

const patienceMs = 240_000

/**
 * The platform as a newcomer starts it, from nothing: built-in database, demo city, demo people. One for all browser tests.
 * MEENT_BROWSER_URL names one that runs already, while writing tests.
 */
export default async function setup(project: TestProject) {
  const running = process.env.MEENT_BROWSER_URL
  if (running) return project.provide('baseUrl', running)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'meent-browser-'))
  // Else, as root, the database would be kept in a system folder and stay there after the tests.
  chmodSync(dataDir, 0o755)
  const port = await freePort()
  const server = spawn(process.execPath, ['build/server/index.js', 'serve'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DEMO: 'yes',
      DATABASE_URL: '',
      // Vitest has one of its own, for another purpose.
      BASE_URL: '',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  server.stdout?.on('data', (chunk) => said.push(String(chunk)))
  server.stderr?.on('data', (chunk) => said.push(String(chunk)))
  const baseUrl = `http://localhost:${port}`
  await untilReady(server, baseUrl, said)
  project.provide('baseUrl', baseUrl)
  return async () => {
    const code = await stop(server)
    rmSync(dataDir, { recursive: true, force: true })
    if (code !== 0) throw new Error(`The server did not stop cleanly (${code}):\n${said.slice(-20).join('')}`)
    const errors = said
      .join('')
      .split('\n')
      .filter((line) => line.includes('"level":50'))
    if (errors.length > 0) throw new Error(`The server logged errors:\n${errors.slice(0, 5).join('\n')}`)
  }
}

async function untilReady(server: ChildProcess, baseUrl: string, said: string[]) {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    if (server.exitCode !== null) break
    const ready = await fetch(`${baseUrl}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  server.kill('SIGKILL')
  throw new Error(`The server did not start:\n${said.slice(-30).join('')}`)
}

function stop(server: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve(server.exitCode)
    server.once('exit', (code) => resolve(code))
    server.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
