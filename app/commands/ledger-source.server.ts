import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { NotACheckpoint } from '~/safeguards/ledger/checkpoint'
import type { LogCopy } from '~/safeguards/ledger/copy-log'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { NotANote, noteOf, readVerifierKey, signatureType, type VerifierKey } from '~/safeguards/ledger/signed-note'
import { LogIsWrong, type LogReader } from '~/safeguards/ledger/verify-log'
import { readKey } from './ledger-words.server'

/** A record somebody looks at from outside: how it is called in sentences, and how its files are read. */
export type Source = { name: string; isLive: boolean; log: LogReader }

const patienceMs = 30_000

/** The record of a town that serves it. */
export function sourceAt(url: string): Source {
  const name = `${url.replace(/\/$/, '')}/ledger`
  return { name, isLive: true, log: readerOf((file) => fetchFile(`${name}/${file}`)) }
}

/** A record that was exported into a folder. */
export function sourceIn(folder: string): Source {
  const file = async (name: string) => {
    const bytes = await readIfThere(path.join(folder, name))
    if (!bytes) throw new Error(`${path.join(folder, name)} is not there. Export the record again.`)
    return bytes
  }
  return { name: folder, isLive: false, log: readerOf(file) }
}

const readerOf = (file: LogReader['file']): LogReader => ({ sha256, check: checkSignature, file })

/** A copy of a record in a folder. Files are whole or not there; an interrupted copy is taken up again. */
export const copyIn = (folder: string): LogCopy => ({
  had: (name) => readIfThere(path.join(folder, name)),
  async keep(name, bytes) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true })
    // Not forced onto the disk: each file is checked again when the copy is taken up.
    await writeFile(`${file}.new`, bytes)
    await rename(`${file}.new`, file)
  },
})

/** The keys that a record is checked with: the one that is known, or those that it comes with. */
export async function keysOf({ log }: Source, known: string | undefined) {
  if (known !== undefined) return { vkeys: [known], keys: [readKey(known, signatureType.ed25519)] }
  const vkeys = noteOf(await log.file('vkey'))
    .trim()
    .split('\n')
  return { vkeys, keys: vkeys.map((vkey): VerifierKey => readVerifierKey(sha256, vkey)) }
}

/** What is wrong with a record, in one sentence that says whose. */
export async function sayingWhose<Value>({ name }: Source, act: () => Promise<Value>): Promise<Value> {
  return act().catch((error: unknown) => {
    if (error instanceof LogIsWrong || error instanceof NotANote || error instanceof NotACheckpoint)
      throw new Error(`The record at ${name} is not what it should be: ${error.message}`)
    throw error
  })
}

/** The file, or null when there is none. */
export async function readIfThere(file: string): Promise<Uint8Array | null> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
}

async function fetchFile(address: string): Promise<Uint8Array> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) }).catch((error: Error) => {
    throw new Error(
      `${address} cannot be reached (${error.cause instanceof Error ? error.cause.message : error.message}).`,
    )
  })
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`)
  return new Uint8Array(await answer.arrayBuffer())
}
