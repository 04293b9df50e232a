import { readFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { openLog } from '~/platform/log.server'
import { writeWhole } from '~/platform/whole-file.server'
import { signatureType } from '~/safeguards/ledger/signed-note'
import { type Cosigner, cosignerFrom } from '~/safeguards/ledger/signing-key.server'
import { readKey } from './ledger-words.server'
import { serveWitness } from './witness.server'

export type WitnessWords = {
  'key-file': string
  state: string
  origin: readonly string[]
  name?: string | undefined
  host: string
  port: string
}

/** `npm run ledger -- witness`: watches logs for their readers, until it is told to stop. */
export async function runWitness(words: WitnessWords) {
  openLog('info')
  const logs = words.origin.map((vkey) => readKey(vkey, signatureType.ed25519))
  const port = Number(words.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error('--port is a number up to 65535.')
  const cosigner = await cosignerOf(words['key-file'], words.name)
  const { address, stop } = await serveWitness({ cosigner, folder: words.state, logs, host: words.host, port })
  for (const { name } of logs) console.log(`Watching ${name}`)
  console.log(`This witness is at ${address} and signs with this key. Pass it on, to the town and to its readers:`)
  console.log(cosigner.vkey)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
}

/**
 * The key of a witness with its name, both for good from the first start on: what it signs does not say under which name.
 * Throws a sentence when another name is asked for.
 */
export async function cosignerOf(keyFile: string, name: string | undefined): Promise<Cosigner> {
  const file = `${keyFile}.vkey`
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  const known = kept?.split('+', 1)[0]
  if (known !== undefined && name !== undefined && known !== name)
    throw new Error(`The key in ${keyFile} is known as ${known}. A witness with another name needs another key.`)
  const cosigner = await cosignerFrom(keyFile, known ?? name ?? `${hostname()}/witness`)
  if (kept !== null && kept.trim() !== cosigner.vkey)
    throw new Error(`${file} and ${keyFile} do not belong together. Bring back the right one from a copy.`)
  if (kept === null) await writeWhole(file, `${cosigner.vkey}\n`, 0o644)
  return cosigner
}
