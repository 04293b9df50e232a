import { commit, type Opening } from '../integrity/commitment.server'
import { type ActEntry, entryText } from '../integrity/entry'
import { toBase64, toBase64url } from './base64'
import type { TrustedKeys } from './check-receipt'
import { checkpointText } from './checkpoint'
import { completeTree } from './complete-tree.fixture'
import { leafHash } from './merkle'
import { sha256 } from './node-crypto.server'
import { promiseText } from './promise'
import { proofText } from './proof-file'
import { logKey, witnessKey } from './signers.fixture'

const bytesOf = (text: string) => new TextEncoder().encode(text)

const person = '7d1f6c1e-5b0a-4d38-9a55-3a6d0f1f7c11'
const host = 'town.example'

const entryAbout = (who: string, pii: string): ActEntry => ({
  v: 1,
  id: '0b8a7c5e-93d2-4f6b-8f0e-2f4f3a1d5c77',
  k: 'issue.report',
  t: '2026-11-25T18:00:00Z',
  role: 'resident',
  who,
  obj: { type: 'issue', ref: 'TES-7JC8-Z2Q' },
  why: 'maintain-public-space',
  data: {
    outcome: 'done',
    checks: [{ id: 'L01', v: 1, outcome: 'pass' }],
    ict_role: 'instrumental',
    phase: 'co-deliver',
    channel: 'web',
    language: 'en',
    activity: 1,
    trace: '0123456789abcdef0123456789abcdef',
  },
  pii: { owner: pii },
})

/** A receipt as a town gives it, with keys made for it: the entry stands at place 37 of 53. `witness: true` has one sign. */
export function madeReceipt({ witness = false }: { witness?: boolean } = {}) {
  const [log, promising] = [logKey(`${host}/safeguards/1`), logKey(`${host}/receipts/1`)]
  const seeing = witnessKey('witness.example/w1')
  const [who, owner] = [commit('who', { n: 3, s: person }), commit('owner', { n: 3, s: person })]
  const entry = entryText(entryAbout(who.commitment, owner.commitment))
  const leaf = leafHash(sha256, bytesOf(entry))
  const id = '0b8a7c5e-93d2-4f6b-8f0e-2f4f3a1d5c77'
  const promised = { origin: promising.name, entryId: id, leaf, time: '2026-11-25T18:00:00Z', withinSeconds: 60 }
  const promise = promising.signNote(promiseText(promised))
  const openings = [who.opening, owner.opening].map(written)
  const { root, pathTo } = completeTree(
    Array.from({ length: 53 }, (_, at) => bytesOf(at === 37 ? entry : `entry ${at}`)),
  )
  const head = checkpointText({ origin: log.name, size: 53, root })
  const checkpoint = `${log.signNote(head)}${witness ? seeing.cosign(head, new Date('2026-11-18T11:06:40Z')) : ''}`
  const extra = bytesOf(JSON.stringify({ v: 1, entry, openings, promise }))
  const proof = proofText({ index: 37, path: pathTo(37), extra, checkpoint })
  const file = { v: 1, id, entry, openings, promise }
  const json = (state: 'promised' | 'proven') =>
    JSON.stringify({
      ...file,
      state,
      promise_key: promising.vkey,
      log_key: log.vkey,
      proof: state === 'proven' ? proof : null,
    })
  const keys: TrustedKeys = { log: [log.vkey], promise: [promising.vkey], witnesses: [seeing.vkey] }
  return { keys, proof, proven: json('proven'), promised: json('promised'), leaf: toBase64(leaf), root: toBase64(root) }
}

const written = ({ name, salt, value }: Opening) => ({ name, salt: toBase64url(salt), value })
