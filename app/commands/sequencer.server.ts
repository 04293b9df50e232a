import path from 'node:path'
import pg from 'pg'
import type { Env } from '~/platform/env.server'
import { log, sayError } from '~/platform/log.server'
import { headOf, newestHead } from '~/safeguards/ledger/cosigning.server'
import { guardAgainstFork, publish, WouldFork } from '~/safeguards/ledger/publish.server'
import { checkOwnRecord, isInTrouble, noteTrouble } from '~/safeguards/ledger/self-check.server'
import { LedgerBroken, sequenceOnce } from '~/safeguards/ledger/sequence.server'
import { type Signer, signerFrom } from '~/safeguards/ledger/signing-key.server'
import type { WitnessAt } from '~/safeguards/ledger/witness-calls.server'
import { guardAgainstWitnesses } from '~/safeguards/ledger/witness-guard.server'
import { sleep } from './sleep'
import { startWitnesses, type Witnesses, witnessesOf } from './witnesses.server'

const pollMs = 250
const publishEveryMs = 5_000
const retryMs = 5_000
const troubleMs = 60_000
const selfCheckEveryMs = 3_600_000
// Any number, the same in every process: whoever holds it sequences, the others wait.
const onlyOne = 7_305_188_201

/**
 * Brings entries into the tree and signs it. One process does it at a time, however many try. Nothing here ever stops
 * residents: while it is down entries wait, and when the record is not what was published it signs nothing and says so.
 */
export function startSequencer(databaseUrl: string, env: Env): { stop: () => Promise<void> } {
  const keyFile = env.ledgerKeyFile ?? path.join(env.dataDir, 'ledger.key')
  const witnesses = witnessesOf(env)
  const ending = new AbortController()
  const isEnding = () => ending.signal.aborted
  const pause = (ms: number) => sleep(ms, ending.signal)

  const once = async () => {
    const client = await connected(databaseUrl)
    try {
      if (!(await isTheOnlyOne(client))) return retryMs
      const signer = await signerFrom(keyFile, originOf(env.baseUrl))
      await guardAgainstFork(client, keyFile)
      // What was found to be wrong stays so until every byte has been looked at again.
      if (await isInTrouble(client)) await checkOwnRecord(client)
      await client.query('INSERT INTO ledger_key (vkey) VALUES ($1) ON CONFLICT DO NOTHING', [signer.vkey])
      await askWitnesses(client, signer, witnesses, ending.signal)
      const asking = await startWitnesses(databaseUrl, signer, witnesses)
      const looking = startSelfCheck(databaseUrl)
      try {
        await work({ client, signer, keyFile, witnesses: asking, looking }, { isEnding, pause })
      } finally {
        await asking.stop()
        await looking.stop()
      }
      return 0
    } catch (error) {
      await noteTrouble(client, error).catch(() => {})
      throw error
    } finally {
      await client.end().catch(() => {})
    }
  }
  const running = (async () => {
    while (!isEnding()) {
      const waitMs = await once().catch((error: unknown) => {
        log('error', whyItStopped(error), sayError(error))
        return error instanceof LedgerBroken || error instanceof WouldFork ? troubleMs : retryMs
      })
      await pause(waitMs)
    }
  })()
  return {
    async stop() {
      ending.abort()
      await running
    },
  }
}

type Life = { isEnding: () => boolean; pause: (ms: number) => Promise<void> }

type Work = { client: pg.Client; signer: Signer; keyFile: string; witnesses: Witnesses; looking: SelfCheck }

async function work({ client, signer, keyFile, witnesses, looking }: Work, { isEnding, pause }: Life) {
  let publishedAt = Number.NEGATIVE_INFINITY
  const last = await newestHead(client)
  if (last) witnesses.offer(last)
  while (!isEnding()) {
    const taken = await sequenceOnce(client)
    const trouble = witnesses.fork() ?? looking.found()
    if (trouble) throw trouble
    const note = performance.now() - publishedAt > publishEveryMs ? await publish(client, signer, keyFile) : null
    if (note) {
      publishedAt = performance.now()
      witnesses.offer(headOf(note))
    }
    if (taken === 0) await pause(pollMs)
  }
  // What stands in the tree is signed before this process goes.
  await publish(client, signer, keyFile)
}

type SelfCheck = { found: () => LedgerBroken | null; stop: () => Promise<void> }

/** Looks at every byte of the record at the start and each hour, beside the work, on a connection of its own. */
function startSelfCheck(databaseUrl: string): SelfCheck {
  const ending = new AbortController()
  let broken: LedgerBroken | null = null
  const running = (async () => {
    while (!ending.signal.aborted && !broken) {
      const client = await connected(databaseUrl).catch(() => null)
      // A head may be signed meanwhile: the one that was there when it began is the one that is checked.
      await (client && checkOwnRecord(client, ending.signal))?.catch((error: unknown) => {
        if (error instanceof LedgerBroken) broken = error
        else if (!ending.signal.aborted)
          log('warn', 'The record could not be checked; it will be tried again.', sayError(error))
      })
      await client?.end().catch(() => {})
      await sleep(selfCheckEveryMs, ending.signal)
    }
  })()
  return {
    found: () => broken,
    async stop() {
      ending.abort()
      await running
    },
  }
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    options: '-c role=meent_sequencer -c statement_timeout=30000',
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

async function askWitnesses(client: pg.Client, signer: Signer, witnesses: readonly WitnessAt[], signal: AbortSignal) {
  for (const { witness, outcome } of await guardAgainstWitnesses(client, signer, witnesses, signal)) {
    const name = witness.key.name
    if (outcome === 'away') log('warn', 'A witness could not be asked what it saw last; the record goes on.', { name })
    if (outcome === 'not-to-be-read')
      log('warn', 'What a witness saw last was not signed with a key of this record.', { name })
  }
}

/** Origin and name of the key: the public host, and the number of the log (LEDGER 5.3). */
export const originOf = (baseUrl: string) => `${new URL(baseUrl).host}/safeguards/1`

async function isTheOnlyOne(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [onlyOne])
  return rows[0]?.got === true
}

function whyItStopped(error: unknown): string {
  if (error instanceof WouldFork)
    return 'The record is not signed: this database does not continue what was published with this key. Was a backup restored?'
  if (error instanceof LedgerBroken) return 'The record is not signed: it is not what was written.'
  return 'Bringing entries into the ledger has stopped; it will be tried again.'
}
