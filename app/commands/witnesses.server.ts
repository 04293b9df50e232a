import pg from 'pg'
import { BadSettings, type Env } from '~/platform/env.server'
import { log, sayError } from '~/platform/log.server'
import {
  askToCosign,
  type Head,
  keepCosignature,
  keepTrouble,
  NotCosigned,
  setWitnesses,
  type WitnessTrouble,
} from '~/safeguards/ledger/cosigning.server'
import { sha256 } from '~/safeguards/ledger/node-crypto.server'
import { consistencyPlan } from '~/safeguards/ledger/proofs'
import { hashesOfPlan, WouldFork } from '~/safeguards/ledger/publish.server'
import { NotANote, readVerifierKey, signatureType } from '~/safeguards/ledger/signed-note'
import type { Signer } from '~/safeguards/ledger/signing-key.server'
import { type WitnessAt, WitnessIsAway } from '~/safeguards/ledger/witness-calls.server'
import { guardAgainstWitnesses } from '~/safeguards/ledger/witness-guard.server'
import { sleep } from './sleep'

const lookMs = 500
const firstPauseMs = 5_000
const longestPauseMs = 10 * 60_000

/** The witnesses that are set. Throws `BadSettings` for a key that is none, or not that of a witness. */
export function witnessesOf({ ledgerWitnesses }: Pick<Env, 'ledgerWitnesses'>): WitnessAt[] {
  return ledgerWitnesses.map(({ vkey, url }) => ({ key: keyOf(vkey), vkey, url: url.replace(/\/$/, '') }))
}

function keyOf(vkey: string) {
  try {
    const key = readVerifierKey(sha256, vkey)
    if (key.type === signatureType.cosignature) return key
  } catch (error) {
    if (!(error instanceof NotANote)) throw error
  }
  throw new BadSettings([`LEDGER_WITNESSES cannot be used: ${vkey} is no key of a witness.`])
}

export type Witnesses = {
  /** A head that was just signed. Returns at once. */
  offer: (head: Head) => void
  /** Set once a witness has shown that another record was signed with this key. */
  fork: () => WouldFork | null
  stop: () => Promise<void>
}

/**
 * Gets the signatures of witnesses under heads, each witness at its own pace and on a connection apart: one that is slow or
 * away delays neither the others nor anything else.
 */
export async function startWitnesses(
  databaseUrl: string,
  signer: Signer,
  witnesses: readonly WitnessAt[],
): Promise<Witnesses> {
  const ending = new AbortController()
  const { withClient, end } = connectionsTo(databaseUrl)
  const seenBefore = await withClient((client) => setWitnesses(client, witnesses)).catch(async (error: unknown) => {
    await end()
    throw error
  })
  let newest: Head | null = null
  let fork: WouldFork | null = null

  const prove = (from: number, to: number) => withClient((client) => hashesOfPlan(client, consistencyPlan(from, to)))
  const cosign = async (witness: WitnessAt, head: Head, old: number) => {
    const signed = await askToCosign(witness, { head, old, prove, now: new Date(), signal: ending.signal })
    await withClient((client) => keepCosignature(client, witness, head, signed))
  }
  const follow = async (witness: WitnessAt) => {
    let [signed, old, pauseMs] = [null as number | null, seenBefore.get(witness.vkey) ?? 0, firstPauseMs]
    while (!ending.signal.aborted) {
      const head: Head | null = newest
      if (head === null || head.size === signed) {
        await sleep(lookMs, ending.signal)
        continue
      }
      const outcome = await cosign(witness, head, old).catch((error: unknown) => error)
      if (outcome === undefined) {
        ;[signed, old, pauseMs] = [head.size, head.size, firstPauseMs]
        continue
      }
      if (ending.signal.aborted) return
      await trouble(witness, outcome).catch((error: unknown) => {
        if (error instanceof WouldFork) fork = error
        else log('error', 'What is wrong with a witness could not be kept.', sayError(error))
      })
      await sleep(pauseMs, ending.signal)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
  }

  // Throws `WouldFork` when the witness can show that there is another record.
  const trouble = async (witness: WitnessAt, error: unknown) => {
    const kind = troubleOf(error)
    const name = witness.key.name
    if (kind === null) return log('error', 'A head could not be brought to a witness.', { name, ...sayError(error) })
    const isNew = await withClient((client) => keepTrouble(client, witness, kind))
    if (isNew) log(kind === 'away' ? 'warn' : 'error', inWords[kind], { name })
    if (kind === 'knows_more')
      await withClient((client) => guardAgainstWitnesses(client, signer, [witness], ending.signal))
  }

  const following = witnesses.map(follow)
  return {
    offer: (head) => {
      newest = head
    },
    fork: () => fork,
    async stop() {
      ending.abort()
      await Promise.all(following)
      await end()
    },
  }
}

function connectionsTo(databaseUrl: string) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    connectionTimeoutMillis: 10_000,
    max: 2,
    options: '-c role=meent_sequencer -c statement_timeout=30000',
  })
  pool.on('error', () => {})
  return {
    end: () => pool.end(),
    async withClient<Value>(act: (client: pg.PoolClient) => Promise<Value>): Promise<Value> {
      const client = await pool.connect()
      try {
        return await act(client)
      } finally {
        client.release()
      }
    },
  }
}

const inWords: Record<WitnessTrouble, string> = {
  away: 'A witness of the record does not answer; it will be asked again. Nothing else waits for it.',
  unknown_log: 'A witness does not know this record: whoever runs it must be given the key at /ledger/vkey.',
  key_refused: 'A witness knows this record with another key: whoever runs it must be given the one at /ledger/vkey.',
  wrong_answer: 'A witness answers in a way that cannot be used.',
  knows_more: 'A witness has seen another record with this name than the one that is here.',
}

function troubleOf(error: unknown): WitnessTrouble | null {
  if (error instanceof NotCosigned) return error.trouble
  return error instanceof WitnessIsAway ? 'away' : null
}
