import { mkdir, open, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { isRunning, markOfProcess } from '~/platform/running-process.server'
import { writeWhole } from '~/platform/whole-file.server'
import { readCheckpoint } from '~/safeguards/ledger/checkpoint'
import { cosignaturesOf } from '~/safeguards/ledger/cosignature'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { NotANote, readVerifierKey, splitNote } from '~/safeguards/ledger/signed-note'
import type { Seen } from '~/safeguards/ledger/witness'
import { nameAtWitness } from '~/safeguards/ledger/witness-calls.server'

/** What a witness has seen of each log, one file for each, the file being the note it signed last. */
export type WitnessFolder = {
  lastSeen: (origin: string) => Seen | null
  /** By the name that the log's file has in addresses: the hash of the origin. */
  noteAt: (name: string) => string | null
  /** On the disk before it resolves, whole or not at all. */
  keep: (seen: Seen) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens the folder of a witness, for one process alone. Refuses a note that this witness has not signed: going on from
 * nothing instead would let a log be replaced.
 */
export async function openWitnessFolder(
  folder: string,
  { origins, vkey }: { origins: readonly string[]; vkey: string },
): Promise<WitnessFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unlock = await lock(path.join(folder, 'lock'))
  const fileOf = (origin: string) => path.join(folder, `${nameAtWitness(origin)}.checkpoint`)
  const seen = new Map<string, Seen>()
  try {
    for (const origin of origins) {
      const kept = await readSeen(fileOf(origin), origin, vkey)
      if (kept) seen.set(origin, kept)
    }
  } catch (error) {
    await unlock()
    throw error
  }
  return {
    lastSeen: (origin) => seen.get(origin) ?? null,
    noteAt: (name) => [...seen.values()].find(({ origin }) => nameAtWitness(origin) === name)?.note ?? null,
    async keep(now) {
      await writeWhole(fileOf(now.origin), now.note)
      seen.set(now.origin, now)
    },
    close: unlock,
  }
}

async function readSeen(file: string, origin: string, vkey: string): Promise<Seen | null> {
  const note = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (note === null) return null
  const own = [readVerifierKey(sha256, vkey)]
  try {
    const opened = splitNote(note)
    const head = readCheckpoint(opened.text)
    if (head.origin === origin && (await cosignaturesOf(opened, own, checkSignature)).length === 1)
      return { ...head, note }
  } catch (error) {
    if (!(error instanceof NotANote)) throw error
  }
  throw new Error(`${file} is not what this witness signed last. Bring it back from a copy; do not start without it.`)
}

// Two witnesses with one folder would each sign from what they remember.
async function lock(file: string): Promise<() => Promise<void>> {
  const mark = (await markOfProcess(process.pid)) ?? String(process.pid)
  for (let tries = 0; tries < 3; tries++) {
    const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return null
      throw error
    })
    if (handle) {
      await handle.writeFile(mark)
      await handle.close()
      return () => rm(file, { force: true })
    }
    if (await isRunning(await readFile(file, 'utf8').catch(() => ''))) break
    await rm(file, { force: true })
  }
  throw new Error(`Another witness works with ${path.dirname(file)}. Each one needs a folder of its own.`)
}
