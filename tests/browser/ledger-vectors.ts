import { fromBase64 } from '~/safeguards/ledger/base64'
import type { CheckingCrypto } from '~/safeguards/ledger/check-receipt'
import { readCheckpoint } from '~/safeguards/ledger/checkpoint'
import { cosignaturePayload, cosignaturesOf, readCosignature } from '~/safeguards/ledger/cosignature'
import { isConsistent, isIncluded, leafHash, nodeHash, rootOf } from '~/safeguards/ledger/merkle'
import { proofText, readProof } from '~/safeguards/ledger/proof-file'
import { followPlan, inclusionPlan, type Position, rootPlan } from '~/safeguards/ledger/proofs'
import {
  joined,
  noteOf,
  openNote,
  readVerifierKey,
  signatureLine,
  signatureType,
  splitNote,
  verifierKeyText,
  writeNote,
} from '~/safeguards/ledger/signed-note'
import { completeRoot, hashInTile, readEntryBundle, tileOf, tilePath } from '~/safeguards/ledger/tiles'

/** Every file of tests/fixtures/ledger that says what to accept and what to refuse, by name. */
// biome-ignore lint/suspicious/noExplicitAny: files of other people, each in a form of its own
export type Vectors = Record<string, any>
export type Ran = { cases: number; failed: string[] }

const base64 = (text: string) => fromBase64(text) ?? new Uint8Array()
const hex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Runs the published vectors with this cryptography: how many cases, and the names of those that came out otherwise. */
export async function runVectors(vectors: Vectors, { sha256, check }: CheckingCrypto): Promise<Record<string, Ran>> {
  const ran: Record<string, Ran> = {}
  const say = (file: string, name: string, holds: boolean) => {
    ran[file] ??= { cases: 0, failed: [] }
    ran[file].cases++
    if (!holds) ran[file].failed.push(name)
  }
  const refuses = async (act: () => unknown) => {
    try {
      await act()
      return false
    } catch {
      return true
    }
  }
  const keyOf = (vkey: string) => readVerifierKey(sha256, vkey)

  function hashes() {
    const { leaf_hash_cases, node_hash_cases, leaf_inputs, root_hashes, compact_ranges } = vectors['rfc6962-hashes']
    for (const [size, ranges] of compact_ranges.entries()) {
      const found = rootPlan(size).map(({ level, index }) => [level, index])
      say('rfc6962-hashes', `ranges ${size}`, JSON.stringify(found) === JSON.stringify(ranges))
    }
    for (const { input_hex, hash } of leaf_hash_cases)
      say('rfc6962-hashes', `leaf ${input_hex}`, hexOf(leafHash(sha256, hex(input_hex))) === hash)
    for (const { left_hex, right_hex, hash } of node_hash_cases)
      say('rfc6962-hashes', `node ${hash}`, hexOf(nodeHash(sha256, hex(left_hex), hex(right_hex))) === hash)
    for (const [size, root] of root_hashes.entries()) {
      const leaves = leaf_inputs.slice(0, size).map((input: string) => leafHash(sha256, hex(input)))
      const hashAt = ({ level, index }: Position) =>
        completeRoot(sha256, joined(...leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)))
      say('rfc6962-hashes', `root ${size}`, hexOf(rootOf(sha256, rootPlan(size).map(hashAt))) === root)
    }
  }

  function proofs() {
    for (const one of vectors['merkle-inclusion'].cases) {
      const path = (one.proof ?? []).map(base64)
      const { leafIdx: index, treeSize: size } = one
      const holds = isIncluded(sha256, { index, size, path, leaf: base64(one.leafHash), root: base64(one.root) })
      say('merkle-inclusion', one.case, holds === !one.wantErr)
    }
    for (const one of vectors['merkle-consistency'].cases) {
      const [fromRoot, toRoot] = [base64(one.root1), base64(one.root2)]
      const path = (one.proof ?? []).map(base64)
      const holds = isConsistent(sha256, { from: one.size1, to: one.size2, fromRoot, toRoot, path })
      // Roots that are no hashes are refused here.
      say('merkle-consistency', one.case, holds === (!one.wantErr && fromRoot.length === 32))
    }
    for (const { index, hashes: path, extra_b64: extra, checkpoint, want } of vectors['tlog-proof'].ok) {
      const file = { index, path: path.map(base64), extra: extra === null ? null : base64(extra), checkpoint }
      say('tlog-proof', `write ${index}`, proofText(file) === want)
      say('tlog-proof', `read ${index}`, proofText(readProof(want)) === want)
    }
  }

  async function notes() {
    for (const { why, proof } of vectors['tlog-proof'].bad)
      say('tlog-proof', why, await refuses(() => readProof(proof)))
    for (const { name, vkeys, msg, msg_b64, expect } of vectors['signed-note'].open) {
      const open = async () =>
        openNote({ note: msg ?? noteOf(base64(msg_b64)), keys: vkeys.map(keyOf) }, check).then(
          ({ verified }) => verified.map((line) => line.name).join(),
          () => 'refused',
        )
      const found = await open().catch(() => 'refused')
      say('signed-note', name, found === ('error' in expect ? 'refused' : expect.verified.join()))
    }
    for (const vkey of vectors['signed-note'].bad_vkeys) say('signed-note', vkey, await refuses(() => keyOf(vkey)))
    for (const { name, vkey, note, origin, size, root } of vectors.checkpoints.signed) {
      const { text } = vkey ? await openNote({ note, keys: [keyOf(vkey)] }, check) : splitNote(note)
      const read = readCheckpoint(text)
      say('checkpoints', name, read.origin === origin && read.size === size && hexOf(read.root) === hexOf(base64(root)))
    }
    for (const { body, origin, size, note } of vectors.checkpoints.body_ok) {
      // Those with a remark have roots that are not 32 bytes: Go's reader takes them, this one does not.
      const read = async () => readCheckpoint(body)
      const found = await read().catch(() => null)
      say('checkpoints', body, note ? found === null : found?.origin === origin && found?.size === size)
    }
    for (const { why, body } of vectors.checkpoints.body_bad)
      say('checkpoints', why, await refuses(() => readCheckpoint(body)))
  }

  async function cosignatures() {
    const { real_cosignatures, line_parse, vkey_type4 } = vectors['cosignature-ed25519']
    const written = verifierKeyText(sha256, vkey_type4.name, signatureType.cosignature, hex(vkey_type4.public_key_hex))
    say('cosignature-ed25519', 'a key', written === vkey_type4.vkey)
    for (const { checkpoint_body: text, cosignatures: all } of real_cosignatures)
      for (const { witness: name, public_key_hex, timestamp, signature_hex } of all) {
        const key = keyOf(verifierKeyText(sha256, name, signatureType.cosignature, hex(public_key_hex)))
        const signature = cosignaturePayload(timestamp, hex(signature_hex))
        const note = writeNote(text, [signatureLine({ name, keyId: key.id, signature })])
        const found = await cosignaturesOf(splitNote(note), [key], check)
        say('cosignature-ed25519', name, found[0]?.at.getTime() === timestamp * 1000)
        const other = splitNote(note.replace(/\n\d+\n/, '\n1\n'))
        say('cosignature-ed25519', `${name}, changed`, (await cosignaturesOf(other, [key], check)).length === 0)
      }
    const [line] = splitNote(`x\n\n${line_parse.line}`).signatures
    const seconds = line && readCosignature(line)?.seconds.toString(16)
    say('cosignature-ed25519', 'a line', seconds === line_parse.timestamp_hex)
  }

  async function log() {
    const { vkey, files, entries_utf8 } = vectors['tessera-testlog']
    for (let size = 1; size <= entries_utf8.length; size++) {
      const note = noteOf(base64(files[`checkpoint.${size}`]))
      const head = readCheckpoint((await openNote({ note, keys: [keyOf(vkey)] }, check)).text)
      const hashAt = (position: Position) =>
        hashInTile(sha256, position, base64(files[tilePath(tileOf(position, size))]))
      const entries = readEntryBundle(base64(files[tilePath({ level: 'entries', index: 0, width: size })]))
      for (const [index, entry] of entries.entries()) {
        const path = followPlan(sha256, inclusionPlan(index, size), hashAt)
        const leaf = leafHash(sha256, entry)
        say('tessera-testlog', `${index} of ${size}`, isIncluded(sha256, { index, size, leaf, path, root: head.root }))
      }
    }
  }

  hashes()
  proofs()
  await notes()
  await cosignatures()
  await log()
  return ran
}
