import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { commit, type Opening } from '../integrity/commitment.server'
import { type ActEntry, entryText } from '../integrity/entry'
import { toBase64, toBase64url } from './base64'
import type { TrustedKeys } from './check-receipt'
import { checkpointText } from './checkpoint'
import { completeTree } from './complete-tree.fixture'
import { cosignaturePayload, cosignedText } from './cosignature'
import { leafHash } from './merkle'
import { sha256 } from './node-crypto.server'
import { proofText } from './proof-file'
import { keyIdOf, signatureLine, signatureType, verifierKeyText, writeNote } from './signed-note'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function keyNamed(name: string, type: 1 | 4 = signatureType.ed25519) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const bytes = new Uint8Array(publicKey.export({ format: 'der', type: 'spki' }).subarray(-32))
  return {
    name,
    privateKey,
    keyId: keyIdOf(sha256, name, type, bytes),
    vkey: verifierKeyText(sha256, name, type, bytes),
  }
}
type Key = ReturnType<typeof keyNamed>

const signed = (key: KeyObject, text: string) => new Uint8Array(sign(null, bytesOf(text), key))
const lineOf = ({ name, keyId, privateKey }: Key, text: string) =>
  signatureLine({ name, keyId, signature: signed(privateKey, text) })

function witnessLine({ name, keyId, privateKey }: Key, seconds: number, text: string) {
  const signature = cosignaturePayload(seconds, signed(privateKey, cosignedText(seconds, text)))
  return signatureLine({ name, keyId, signature })
}

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
  const [log, promising, seeing] = [
    keyNamed(`${host}/safeguards/1`),
    keyNamed(`${host}/receipts/1`),
    keyNamed('witness.example/w1', signatureType.cosignature),
  ]
  const [who, owner] = [commit('who', { n: 3, s: person }), commit('owner', { n: 3, s: person })]
  const entry = entryText(entryAbout(who.commitment, owner.commitment))
  const leaf = leafHash(sha256, bytesOf(entry))
  const text = `${host}/receipts/1\nentry 0b8a7c5e-93d2-4f6b-8f0e-2f4f3a1d5c77\nleaf ${toBase64(leaf)}\ntime 2026-11-25T18:00:00Z\nwithin 60\n`
  const promise = writeNote(text, [lineOf(promising, text)])
  const openings = [who.opening, owner.opening].map(written)
  const { root, pathTo } = completeTree(
    Array.from({ length: 53 }, (_, at) => bytesOf(at === 37 ? entry : `entry ${at}`)),
  )
  const head = checkpointText({ origin: log.name, size: 53, root })
  const lines = [lineOf(log, head), ...(witness ? [witnessLine(seeing, 1_795_000_000, head)] : [])]
  const extra = bytesOf(JSON.stringify({ v: 1, entry, openings, promise }))
  const proof = proofText({ index: 37, path: pathTo(37), extra, checkpoint: writeNote(head, lines) })
  const file = { v: 1, id: '0b8a7c5e-93d2-4f6b-8f0e-2f4f3a1d5c77', entry, openings, promise }
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
