import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const folders: string[] = []
let main: ReturnType<typeof start>
let baseUrl = ''

beforeAll(async () => {
  const { server, port } = await taken()
  await new Promise((done) => server.close(done))
  main = start(port)
  baseUrl = `http://127.0.0.1:${port}`
  await until(() => answers('/readyz'))
})
afterAll(async () => {
  main.process.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 })
})

test('when one is killed the other answers, and another one takes its place', async () => {
  const before = children(main.process.pid)
  const [victim = 0] = before.filter((pid) => commandOf(pid).includes('serve'))
  expect(before.filter((pid) => commandOf(pid).includes('serve'))).toHaveLength(2)
  process.kill(victim, 'SIGKILL')
  await until(async () => main.said.join('').includes('another one takes its place'))
  for (let asked = 0; asked < 20; asked++) expect(await answers('/healthz')).toBe(true)
  await until(async () => children(main.process.pid).filter((pid) => commandOf(pid).includes('serve')).length === 2)
})

test('the figures are those of all of them, whichever is asked', async () => {
  await until(() => answers('/metrics'))
  const texts = await Promise.all(
    Array.from({ length: 4 }, () => fetch(`${baseUrl}/metrics`).then((answer) => answer.text())),
  )
  for (const text of texts) expect(text).toMatch(/^meent_records_waiting \d+$/m)
})

test('a port that is taken is said in one line, and nothing is left running', async () => {
  const { server, port } = await taken()
  const { process: second, said } = start(port)
  const code = await new Promise((done) => second.once('exit', done))
  server.close()
  expect(code).toBe(1)
  expect(said.join('')).toContain(`Port ${port} is taken. Set PORT to another number.`)
})

test('when the first one is killed the others end by themselves, and the next start finds its way', async () => {
  const { server, port } = await taken()
  await new Promise((done) => server.close(done))
  const first = start(port)
  await until(() => answers('/healthz', port))
  const others = children(first.process.pid)
  first.process.kill('SIGKILL')
  await until(async () => others.every((pid) => !commandOf(pid).includes('serve')))
  const next = start(port, first.dataDir)
  await until(() => answers('/readyz', port))
  next.process.kill('SIGTERM')
  expect(await new Promise((done) => next.process.once('exit', done))).toBe(0)
}, 60_000)

test('told to stop, all of them end, and so does the database', async () => {
  const all = children(main.process.pid)
  main.process.kill('SIGTERM')
  expect(await new Promise((done) => main.process.once('exit', done))).toBe(0)
  expect(all.filter((pid) => commandOf(pid) !== '')).toEqual([])
})

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'meent-web-'))
  folders.push(folder)
  // Else, as root, the database would be kept in a system folder and stay there after the tests.
  chmodSync(folder, 0o755)
  return folder
}

function start(port: number, dataDir = newFolder()) {
  const said: string[] = []
  const child: ChildProcess = spawn(process.execPath, ['build/server/index.js', 'serve'], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      BASE_URL: '',
      DEMO: 'no',
      NODE_ENV: 'production',
      WEB_PROCESSES: '2',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.on('data', (chunk) => said.push(String(chunk)))
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  return { process: child, said, dataDir }
}

const answers = (at: string, port = Number(new URL(baseUrl).port)) =>
  fetch(`http://127.0.0.1:${port}${at}`).then(
    (answer) => answer.ok,
    () => false,
  )

async function until(isTrue: () => Promise<boolean>) {
  for (let tries = 0; tries < 240; tries++) {
    if (await isTrue()) return
    await new Promise((done) => setTimeout(done, 250))
  }
  throw new Error(`It did not come about:\n${main.said.join('')}`)
}

function taken(): Promise<{ server: Server; port: number }> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 })
    })
  })
}

function children(pid = 0): number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return listed.trim().split(' ').filter(Boolean).map(Number)
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
