import { createPrivateKey, createPublicKey, sign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { checkpointText, NotACheckpoint, readCheckpoint } from './checkpoint'
import { cosignaturePayload, cosignaturesOf, cosignedText, readCosignature } from './cosignature'
import { checkSignature, sha256 } from './node-crypto.server'
import { proofText, readProof } from './proof-file'
import {
  joined,
  keyIdOf,
  NotANote,
  noteOf,
  openNote,
  readVerifierKey,
  signatureLine,
  signatureType,
  splitNote,
  verifierKeyText,
  writeNote,
} from './signed-note'
import { bytesOfBase64, bytesOfHex, hexOf, vectorsOf } from './vectors.fixture'

const { ed25519, cosignature } = signatureType
const seedHeader = Buffer.from('302e020100300506032b657004220420', 'hex')

function signerOf(seed: Uint8Array) {
  const key = createPrivateKey({ key: Buffer.from(joined(seedHeader, seed)), format: 'der', type: 'pkcs8' })
  const publicKey = new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))
  return { publicKey, sign: (text: string) => new Uint8Array(sign(null, Buffer.from(text), key)) }
}

type Open = {
  name: string
  vkeys: string[]
  msg?: string
  msg_b64?: string
  expect: { verified: string[]; unverified: string[] } | { error: string }
}
const notes = vectorsOf<{
  sign: { skey: string; text: string; want: string }[]
  bad_vkeys: string[]
  open: Open[]
}>('signed-note')

test.each(notes.open)('a note: $name', async ({ vkeys, msg, msg_b64, expect: wanted }) => {
  const open = async () => {
    const note = msg ?? noteOf(bytesOfBase64(msg_b64 ?? ''))
    return openNote({ note, keys: vkeys.map((vkey) => readVerifierKey(sha256, vkey)) }, checkSignature)
  }
  if ('error' in wanted) return expect(open()).rejects.toThrow(NotANote)
  const { verified, unverified } = await open()
  expect(verified.map(({ name }) => name)).toEqual(wanted.verified)
  expect(unverified.map(({ name }) => name)).toEqual(wanted.unverified)
})

test('a note is signed as everybody signs it', () => {
  for (const { skey, text, want } of notes.sign) {
    const [, name = '', , encoded = ''] = /^PRIVATE\+KEY\+(.+)\+([0-9a-f]{8})\+(.+)$/.exec(skey) ?? []
    const signer = signerOf(bytesOfBase64(encoded).slice(1))
    const keyId = keyIdOf(sha256, name, ed25519, signer.publicKey)
    expect(writeNote(text, [signatureLine({ name, keyId, signature: signer.sign(text) })])).toBe(want)
  }
})

test('a key whose id is not its own, or of an unknown kind, is refused', () => {
  for (const vkey of notes.bad_vkeys) expect(() => readVerifierKey(sha256, vkey)).toThrow(NotANote)
  const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  const { publicKey } = readVerifierKey(sha256, vkey)
  expect(verifierKeyText(sha256, 'example.com/foo', ed25519, publicKey)).toBe(vkey)
})

const checkpoints = vectorsOf<{
  signed: { name: string; vkey?: string; note: string; origin: string; size: number; root: string }[]
  body_ok: { body: string; origin: string; size: number; note?: string }[]
  body_bad: { why: string; body: string }[]
}>('checkpoints')

describe('checkpoints', () => {
  test.each(checkpoints.signed)('$name', async ({ vkey, note, origin, size, root }) => {
    const { text } = vkey
      ? await openNote({ note, keys: [readVerifierKey(sha256, vkey)] }, checkSignature)
      : splitNote(note)
    expect(readCheckpoint(text)).toEqual({ origin, size, root: bytesOfBase64(root) })
  })

  test('texts that others write are read, and those that are none are refused', () => {
    const [strict, loose] = [
      checkpoints.body_ok.filter(({ note }) => !note),
      checkpoints.body_ok.filter(({ note }) => note),
    ]
    expect(strict.length * loose.length).toBeGreaterThan(0)
    for (const { body, origin, size } of strict) expect(readCheckpoint(body)).toMatchObject({ origin, size })
    // Their root is not 32 bytes: the reader of Go takes it, this one does not.
    for (const { body } of loose) expect(() => readCheckpoint(body)).toThrow(NotACheckpoint)
    for (const { why, body } of checkpoints.body_bad) expect(() => readCheckpoint(body), why).toThrow(NotACheckpoint)
  })

  test('what is written is read back; a name that would break the lines is refused', () => {
    const checkpoint = { origin: 'town.example/safeguards/1', size: 12, root: sha256() }
    expect(readCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint)
    for (const origin of ['', 'a b', 'a\nb', 'a+b']) expect(() => checkpointText({ ...checkpoint, origin })).toThrow()
    for (const size of [-1, 1.5, 2 ** 53]) expect(() => checkpointText({ ...checkpoint, size })).toThrow()
  })
})

type RealCosignature = {
  witness: string
  public_key_hex: string
  timestamp: number
  signature_hex: string
  signed_message: string
}
const cosigned = vectorsOf<{
  real_cosignatures: { checkpoint_body: string; cosignatures: RealCosignature[] }[]
  line_parse: {
    line: string
    key_name: string
    key_id_hex: string
    timestamp_hex: string
    signature_first_bytes_hex: string
  }
  vkey_type4: { name: string; public_key_hex: string; vkey: string }
}>('cosignature-ed25519')

describe('cosignatures', () => {
  test('those of real witnesses hold, and none does for another size', async () => {
    let seen = 0
    for (const { checkpoint_body: text, cosignatures } of cosigned.real_cosignatures)
      for (const { witness: name, public_key_hex, timestamp, signature_hex, signed_message } of cosignatures) {
        const publicKey = bytesOfHex(public_key_hex)
        const key = readVerifierKey(sha256, verifierKeyText(sha256, name, cosignature, publicKey))
        const signature = { name, keyId: key.id, signature: cosignaturePayload(timestamp, bytesOfHex(signature_hex)) }
        const note = writeNote(text, [signatureLine(signature)])
        expect(cosignedText(timestamp, text)).toBe(signed_message)
        expect(await cosignaturesOf(splitNote(note), [key], checkSignature)).toEqual([
          { name, at: new Date(timestamp * 1000) },
        ])
        const other = splitNote(note.replace(/\n\d+\n/, '\n1\n'))
        expect(await cosignaturesOf(other, [key], checkSignature)).toEqual([])
        seen++
      }
    expect(seen).toBe(6)
  })

  test('a line and a key are read as published', () => {
    const { line, key_name, key_id_hex, timestamp_hex, signature_first_bytes_hex } = cosigned.line_parse
    const [signature] = splitNote(`x\n\n${line}`).signatures
    if (!signature) throw new Error('A signature was expected.')
    const read = readCosignature(signature)
    expect([signature.name, hexOf(signature.keyId)]).toEqual([key_name, key_id_hex])
    expect(read?.seconds.toString(16)).toBe(timestamp_hex)
    expect(hexOf(read?.signature ?? new Uint8Array())).toMatch(new RegExp(`^${signature_first_bytes_hex}`))
    const { name, public_key_hex, vkey } = cosigned.vkey_type4
    expect(verifierKeyText(sha256, name, cosignature, bytesOfHex(public_key_hex))).toBe(vkey)
  })
})

const proofs = vectorsOf<{
  ok: { index: number; hashes: string[]; extra_b64: string | null; checkpoint: string; want: string }[]
  bad: { why: string; proof: string }[]
}>('tlog-proof')

test('proof files are written and read as published', () => {
  for (const { index, hashes, extra_b64, checkpoint, want } of proofs.ok) {
    const file = {
      index,
      path: hashes.map(bytesOfBase64),
      extra: extra_b64 === null ? null : bytesOfBase64(extra_b64),
      checkpoint,
    }
    expect(proofText(file)).toBe(want)
    expect(readProof(want)).toEqual(file)
  }
  for (const { why, proof } of proofs.bad) expect(() => readProof(proof), why).toThrow()
})
