import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Checkpoint } from '~/safeguards/ledger/checkpoint'
import { cosignaturesOf } from '~/safeguards/ledger/cosignature'
import { checkSignature } from '~/safeguards/ledger/node-crypto.server'
import { noteOf, splitNote, type VerifierKey } from '~/safeguards/ledger/signed-note'
import { readHead, verifyFully, verifyGrowth, verifyRoot } from '~/safeguards/ledger/verify-log'
import { keysOf, readIfThere, type Source } from './ledger-source.server'
import { progressBar } from './progress-bar'

export type HowToVerify = {
  key: string | undefined
  isFull: boolean
  witnesses: readonly VerifierKey[]
  /** Where the heads that were looked at from here are remembered. */
  seenIn: string
}

/** Checks a record from outside and says what was found. Throws when it is wrong, or when no named witness signed it. */
export async function verify(source: Source, { key, isFull, witnesses, seenIn }: HowToVerify) {
  const { log } = source
  const { vkeys, keys } = await keysOf(source, key)
  const note = await newestNote(source, witnesses)
  const head = await readHead(note, keys, checkSignature)
  console.log(`${head.origin}: ${head.size} entries, signed with ${vkeys[0]}`)
  if (!key) console.log('The key came from the same place as the record. Compare it with one that you got otherwise.')
  const seenFile = path.join(seenIn, createHash('sha256').update(head.origin).digest('hex').slice(0, 16))
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
  await mkdir(seenIn, { recursive: true })
  await writeFile(seenFile, note)
  await sayWitnesses(note, witnesses)
}

async function seenBefore(file: string, keys: Parameters<typeof readHead>[1]): Promise<Checkpoint | null> {
  const note = await readIfThere(file)
  return note === null ? null : readHead(noteOf(note), keys, checkSignature)
}

const signedBy = (note: string, witnesses: readonly VerifierKey[]) =>
  cosignaturesOf(splitNote(note), witnesses, checkSignature)

// A head gets the signatures of witnesses a moment after it can be read.
async function newestNote({ log, isLive }: Source, witnesses: readonly VerifierKey[]): Promise<string> {
  let note = noteOf(await log.file('checkpoint'))
  for (let tries = 0; isLive && tries < 4 && (await signedBy(note, witnesses)).length < witnesses.length; tries++) {
    await pause(1_000)
    note = noteOf(await log.file('checkpoint'))
  }
  return note
}

async function sayWitnesses(note: string, witnesses: readonly VerifierKey[]) {
  if (witnesses.length === 0) {
    console.log('No witness was named: whether everybody is shown this same record was not checked (--witness VKEY).')
    const others = splitNote(note).signatures.length - 1
    if (others > 0) console.log(`Below the head stand signatures of others: ${others}. Ask them for their keys.`)
    return
  }
  const signed = await signedBy(note, witnesses)
  for (const { name } of witnesses) {
    const at = signed.find((one) => one.name === name)?.at
    console.log(
      at
        ? `${name} saw this same record ${whenOf(at)}, and that it had only grown.`
        : `${name} has not signed this head.`,
    )
  }
  if (signed.length === 0)
    throw new Error('No witness that you named has signed this: others may be shown another record.')
}

const whenOf = (at: Date) => `on ${at.toISOString().slice(0, 10)} at ${at.toISOString().slice(11, 19)} UTC`
