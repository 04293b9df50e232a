import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Checkpoint, NotACheckpoint } from '~/safeguards/ledger/checkpoint'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { NotANote, noteOf, readVerifierKey } from '~/safeguards/ledger/signed-note'
import {
  LogIsWrong,
  type LogReader,
  readHead,
  verifyFully,
  verifyGrowth,
  verifyRoot,
} from '~/safeguards/ledger/verify-log'
import { settle } from './open-town.server'
import { progressBar } from './progress-bar'

const usage = [
  'npm run ledger -- verify [--url U] [--key VKEY] [--full]',
  '                          checks the record from outside: who signed it, and that it only grew since it was looked at last;',
  '                          with --full every entry and every hash. U is the address of the town, VKEY its key as you know it.',
]
const patienceMs = 30_000

/** `npm run ledger`: what anybody can do with the record of a town, theirs or another one's. */
export async function ledger([what, ...words]: string[]) {
  if (what !== 'verify') throw new Error(usage.join('\n'))
  const values = readWords(words)
  const env = await settle()
  const base = `${(values.url ?? env.baseUrl).replace(/\/$/, '')}/ledger`
  const how = { key: values.key, isFull: values.full, folder: path.join(env.dataDir, 'ledger-seen') }
  await verify(base, how).catch((error: unknown) => {
    if (error instanceof LogIsWrong || error instanceof NotANote || error instanceof NotACheckpoint)
      throw new Error(`The record at ${base} is not what it should be: ${error.message}`)
    throw error
  })
}

function readWords(words: string[]) {
  try {
    return parseArgs({
      args: words,
      options: { url: { type: 'string' }, key: { type: 'string' }, full: { type: 'boolean', default: false } },
    }).values
  } catch {
    throw new Error(usage.join('\n'))
  }
}

function readKey(vkey: string) {
  try {
    return readVerifierKey(sha256, vkey)
  } catch {
    throw new Error(
      'This is no key of a record: it looks like town.example/safeguards/1+0a1b2c3d+A… and is given whole.',
    )
  }
}

type How = { key: string | undefined; isFull: boolean; folder: string }

async function verify(base: string, { key, isFull, folder }: How) {
  const log: LogReader = { sha256, check: checkSignature, file: (name) => fetchFile(`${base}/${name}`) }
  const vkeys = key
    ? [key]
    : noteOf(await log.file('vkey'))
        .trim()
        .split('\n')
  const keys = key ? [readKey(key)] : vkeys.map((vkey) => readVerifierKey(sha256, vkey))
  const note = noteOf(await log.file('checkpoint'))
  const head = await readHead(note, keys, checkSignature)
  console.log(`${head.origin}: ${head.size} entries, signed with ${vkeys[0]}`)
  if (!key) console.log('The key came from the same place as the record. Compare it with one that you got otherwise.')
  const seenFile = path.join(folder, createHash('sha256').update(head.origin).digest('hex').slice(0, 16))
  const seen = await seenBefore(seenFile, keys)
  await verifyRoot(log, head)
  if (seen) {
    await verifyGrowth(log, seen, head)
    console.log(`It begins with the ${seen.size} entries that were there when it was looked at last, unchanged.`)
  } else
    console.log('It was not looked at from here before: from now on, a change of what is there today will be found.')
  if (isFull) {
    const bar = progressBar(process.stdout)
    await verifyFully(log, head, (entries) => bar.show('Verifying entries', entries, head.size))
    bar.end()
    console.log('Every entry is what was signed.')
  }
  // Only now: a record that is wrong must not become the one that later ones are compared with.
  await mkdir(folder, { recursive: true })
  await writeFile(seenFile, note)
}

async function seenBefore(file: string, keys: Parameters<typeof readHead>[1]): Promise<Checkpoint | null> {
  const note = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return note === null ? null : readHead(note, keys, checkSignature)
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
