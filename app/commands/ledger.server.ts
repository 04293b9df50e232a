import path from 'node:path'
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { signatureType } from '~/safeguards/ledger/signed-note'
import { exportRecord } from './ledger-export.server'
import { type Source, sayingWhose, sourceAt, sourceIn } from './ledger-source.server'
import { verify } from './ledger-verify.server'
import { runWitness } from './ledger-witness.server'
import { readKey } from './ledger-words.server'
import { settle } from './open-town.server'

const usage = `npm run ledger -- verify [--url U | --folder DIR] [--key VKEY] [--full] [--witness VKEY ...]
    checks the record from outside: who signed it, and that it only grew since it was looked at last; with --full every
    entry and every hash; with --witness who else saw it, and when. U is the address of the town, VKEY its key, or that of
    a witness, as you know it. --folder reads a record that was exported.
npm run ledger -- export DIR [--url U] [--key VKEY]
    copies the record into a folder, each file checked before it is kept; again, and only what is new is fetched.
npm run ledger -- witness --key-file F --state DIR --origin VKEY [--origin VKEY ...] [--name N] [--port N] [--host H]
    runs a witness: it signs heads of these records after seeing that they only grew. Makes its key at the first start.`

/** `npm run ledger`: what anybody can do with the record of a town, theirs or another one's. */
export async function ledger([what, ...words]: string[]) {
  if (what === 'verify') return verifyFromWords(words)
  if (what === 'export') return exportFromWords(words)
  if (what === 'witness') return witnessFromWords(words)
  throw new Error(usage)
}

const text = { type: 'string' } as const
const texts = { type: 'string', multiple: true, default: [] as string[] } as const

async function verifyFromWords(words: string[]) {
  const full = { type: 'boolean', default: false } as const
  const { values } = read(words, { url: text, folder: text, key: text, full, witness: texts })
  const witnesses = values.witness.map((vkey) => readKey(vkey, signatureType.cosignature))
  const env = await settle()
  const source = values.folder === undefined ? sourceAt(values.url ?? env.baseUrl) : sourceIn(values.folder)
  const seenIn = path.join(env.dataDir, 'ledger-seen')
  await sayingWhose(source, () => verify(source, { key: values.key, isFull: values.full, witnesses, seenIn }))
}

async function exportFromWords(words: string[]) {
  const { values, positionals } = read(words, { url: text, key: text }, 1)
  const [folder = ''] = positionals
  const env = await settle()
  const source: Source = sourceAt(values.url ?? env.baseUrl)
  await sayingWhose(source, () => exportRecord(source, folder, values.key))
}

async function witnessFromWords(words: string[]) {
  const { values } = read(words, {
    'key-file': text,
    state: text,
    origin: texts,
    name: text,
    host: { ...text, default: '127.0.0.1' },
    port: { ...text, default: '7380' },
  })
  const { 'key-file': keyFile, state, origin } = values
  if (!keyFile || !state || origin.length === 0) throw new Error(usage)
  await runWitness({ ...values, 'key-file': keyFile, state })
}

function read<Options extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: Options, many = 0) {
  try {
    const found = parseArgs({ args, options, allowPositionals: many > 0 })
    if (found.positionals.length === many) return found
  } catch {
    // Said below.
  }
  throw new Error(usage)
}
