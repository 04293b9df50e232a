import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { logInMemory, logKey } from '~/safeguards/ledger/signers.fixture'
import { cosignerFrom, UnusableKey } from '~/safeguards/ledger/signing-key.server'
import { nameAtWitness } from '~/safeguards/ledger/witness-calls.server'
import { cosignerOf } from './ledger-witness.server'
import { serveWitness } from './witness.server'

const lines = vi.hoisted(() => [] as string[])
vi.mock('~/platform/log.server', async (original) => ({
  ...(await original<object>()),
  log: (_level: string, line: string) => void lines.push(line),
}))

const top = mkdtempSync(path.join(tmpdir(), 'meent-witness-'))
afterAll(() => rmSync(top, { recursive: true, force: true }))
const signer = logKey('town.example/safeguards/1')
const log = logInMemory(signer)
const fork = logInMemory(signer, ' of another record', 2)

let made = 0
const running: { stop: () => Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  expect(lines).toEqual([])
})

async function witness(name = `w${made++}`) {
  const folder = path.join(top, name, 'state')
  const keyFile = path.join(top, name, 'key')
  const cosigner = await cosignerFrom(keyFile, 'uni.example/witness')
  const serving = await serveWitness({ cosigner, folder, logs: [signer.key], host: '127.0.0.1', port: 0 })
  running.push(serving)
  const post = async (body: Uint8Array<ArrayBuffer>) => {
    const answer = await fetch(`${serving.address}/add-checkpoint`, { method: 'POST', body })
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }
  const last = () => fetch(`${serving.address}/${nameAtWitness(signer.name)}/checkpoint`)
  const stop = async () => {
    running.splice(running.indexOf(serving), 1)
    await serving.stop()
  }
  return { ...serving, stop, post, last, name, folder, keyFile, cosigner }
}

describe('a witness over HTTP', () => {
  test('signs, tells its size to whoever is behind, and gives out what it signed', async () => {
    const { post, last, address } = await witness()
    expect((await last()).status).toBe(404)
    const signed = await post(log.request(0, 3))
    expect(signed.status).toBe(200)
    expect(signed.text).toMatch(/^— uni\.example\/witness \S+\n$/)
    expect(await post(log.request(0, 5))).toEqual({ status: 409, type: 'text/x.tlog.size', text: '3\n' })
    const given = await last()
    expect([given.status, await given.text()]).toEqual([200, log.noteAt(3) + signed.text])
    for (const [method, place, status] of [
      ['GET', '/', 404],
      ['GET', '/add-checkpoint', 405],
      ['DELETE', `/${nameAtWitness(signer.name)}/checkpoint`, 405],
      ['GET', `/${nameAtWitness('other.example')}/checkpoint`, 404],
      ['GET', '/..%2f..%2fkey', 404],
    ] as const)
      expect((await fetch(address + place, { method })).status, `${method} ${place}`).toBe(status)
  })

  test('never signs two heads that were sent at once from the same size', async () => {
    for (let round = 0; round < 15; round++) {
      const { post, last, stop } = await witness()
      await post(log.request(0, 2))
      const sent = [log, fork, log, fork].map((branch, at) => post(branch.request(2, 4 + at)))
      const answers = await Promise.all(sent)
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
      const won = answers.findIndex(({ status }) => status === 200)
      expect(await (await last()).text()).toContain(`\n${4 + won}\n`)
      await stop()
    }
  })

  test('remembers across a restart, with the same key', async () => {
    const first = await witness()
    await first.post(log.request(0, 6))
    const note = await (await first.last()).text()
    await first.stop()
    const again = await witness(first.name)
    expect(again.cosigner.vkey).toBe(first.cosigner.vkey)
    expect(await (await again.last()).text()).toBe(note)
    expect((await again.post(fork.request(0, 9))).text).toBe('6\n')
    expect((await again.post(fork.request(6, 9))).status).toBe(422)
    expect((await again.post(log.request(6, 9))).status).toBe(200)
    expect(readdirSync(again.folder).sort()).toEqual([`${nameAtWitness(signer.name)}.checkpoint`, 'lock'])
  })

  test('has a key for its owner alone', async () => {
    const { keyFile } = await witness()
    expect(statSync(keyFile).mode & 0o777).toBe(0o400)
    chmodSync(keyFile, 0o440)
    await expect(cosignerFrom(keyFile, 'uni.example/witness')).rejects.toThrow(UnusableKey)
  })

  test('keeps its name with its key', async () => {
    const keyFile = path.join(top, 'named', 'key')
    const { vkey } = await cosignerOf(keyFile, 'paper.example/witness')
    expect(readFileSync(`${keyFile}.vkey`, 'utf8')).toBe(`${vkey}\n`)
    expect((await cosignerOf(keyFile, undefined)).vkey).toBe(vkey)
    await expect(cosignerOf(keyFile, 'other.example/witness')).rejects.toThrow('is known as paper.example/witness')
    rmSync(keyFile)
    await expect(cosignerOf(keyFile, undefined)).rejects.toThrow('do not belong together')
  })

  test('does not start beside another one, nor with a memory that is not its own', async () => {
    const first = await witness()
    await first.post(log.request(0, 6))
    await expect(witness(first.name)).rejects.toThrow('Another witness works with')
    await first.stop()
    // Left behind by a process that is gone.
    writeFileSync(path.join(first.folder, 'lock'), '1-1')
    const again = await witness(first.name)
    await again.stop()
    const file = path.join(first.folder, `${nameAtWitness(signer.name)}.checkpoint`)
    const kept = readFileSync(file, 'utf8')
    for (const changed of [kept.replace('\n6\n', '\n5\n'), log.noteAt(6), kept.slice(0, 40), '']) {
      writeFileSync(file, changed)
      await expect(witness(first.name)).rejects.toThrow('is not what this witness signed last')
    }
    writeFileSync(file, kept)
    expect((await (await witness(first.name)).post(log.request(6, 7))).status).toBe(200)
  })

  test('signs nothing that it cannot keep', async () => {
    const { post, folder, last } = await witness()
    await post(log.request(0, 2))
    rmSync(folder, { recursive: true })
    const answer = await post(log.request(2, 4))
    expect(lines.splice(0)).toEqual(['The witness could not answer; it has signed nothing.'])
    expect([answer.status, answer.text]).toEqual([500, 'Not signed.\n'])
    expect(await (await last()).text()).toContain('\n2\n')
    mkdirSync(folder)
    expect((await post(fork.request(2, 4))).status).toBe(200)
  })

  test('takes no notice of somebody who hangs up halfway', async () => {
    const { address, post } = await witness()
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    socket.write('POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 500\r\n\r\nold 0\n')
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await post(log.request(0, 1))).status).toBe(200)
    expect(lines).toEqual([])
  })

  test('reads no more than it needs', async () => {
    const { address, post } = await witness()
    const send = (bytes: number) =>
      new Promise<number | undefined>((resolve, reject) => {
        const asking = request(`${address}/add-checkpoint`, { method: 'POST' }, (answer) => {
          answer.resume()
          resolve(answer.statusCode)
        })
        // The witness hangs up while more is being sent.
        asking.on('error', (error: NodeJS.ErrnoException) => (error.code === 'EPIPE' ? undefined : reject(error)))
        asking.end(Buffer.alloc(bytes, 'x'))
      })
    expect(await send(64 * 1024)).toBe(400)
    expect(await send(64 * 1024 + 1)).toBe(413)
    expect(await send(3_000_000)).toBe(413)
    expect((await post(log.request(0, 1))).status).toBe(200)
  })
})
