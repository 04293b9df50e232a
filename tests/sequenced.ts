import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { publish } from '~/safeguards/ledger/publish.server'
import { sequenceOnce } from '~/safeguards/ledger/sequence.server'
import { type Signer, signerFrom } from '~/safeguards/ledger/signing-key.server'

/** The ledger of a town's database, with a key of its own in a folder of its own: takes entries in and signs, when told to. */
export type Sequenced = {
  client: pg.Client
  signer: Signer
  keyFile: string
  /** Takes everything that waits into the tree and signs it. Returns the note, or null when nothing was new. */
  all: () => Promise<string | null>
  end: () => Promise<void>
}

export async function sequencedTown(databaseUrl: string, name = 'localhost:3000/safeguards/1'): Promise<Sequenced> {
  const folder = mkdtempSync(path.join(tmpdir(), 'meent-ledger-'))
  const keyFile = path.join(folder, 'ledger.key')
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c role=meent_sequencer' })
  await client.connect()
  const signer = await signerFrom(keyFile, name)
  await client.query('INSERT INTO ledger_key (vkey) VALUES ($1) ON CONFLICT DO NOTHING', [signer.vkey])
  return {
    client,
    signer,
    keyFile,
    async all() {
      while ((await sequenceOnce(client)) > 0);
      return publish(client, signer, keyFile)
    },
    async end() {
      await client.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
