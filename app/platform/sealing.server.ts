import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { domainToASCII } from 'node:url'

// Sealed value:  version (1 byte) | nonce (12) | ciphertext | tag (16)
// Wrapped key:   mark of the wrapping key (1 byte) | nonce (12) | ciphertext (32) | tag (16)
const sealedVersion = 1
const nonceBytes = 12
const tagBytes = 16
const keyBytes = 32

/** A sealed value that was altered, moved to another place, or sealed with another key. Says nothing of what is inside. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'
  constructor() {
    super('A sealed value does not open.')
  }
}

/** A key for one purpose, derived from the secret of this installation. Two purposes never share a key. */
export function keyFor(secret: string, purpose: string): Buffer<ArrayBuffer> {
  if (secret.length < 32) throw new Error('The secret key is too short: it needs 32 characters or more.')
  return Buffer.from(hkdfSync('sha256', secret, 'meent', purpose, keyBytes))
}

/** The keys that wrap the keys of people: the newest wraps, older ones still open. */
export type KeyRing = { newest: number; keys: ReadonlyMap<number, Buffer> }

/** Makes the ring from SECRET_KEY and, during a change of key, from the ones before it. */
export function keyRing(secret: string, ...before: string[]): KeyRing {
  const keys = new Map<number, Buffer>()
  for (const each of new Set([secret, ...before])) {
    const mark = markOf(each)
    // A wrapped key names its wrapper by this one byte, so two wrappers may never share it (one chance in 256).
    if (keys.has(mark)) throw new Error('The new secret key cannot stand beside the old one. Generate another.')
    keys.set(mark, keyFor(each, 'wrap the keys of people'))
  }
  return { newest: markOf(secret), keys }
}

const markOf = (secret: string) => keyFor(secret, 'mark of the wrapping key').readUInt8(0)

/** A fresh key for one person. Only the wrapped form is stored; destroying it erases all that was sealed with the key. */
export function newPersonKey(ring: KeyRing, personId: string) {
  const key = randomBytes(keyBytes)
  return { key, wrapped: wrapKey(ring, personId, key) }
}

/** Wraps the key of a person. It opens for this person only: a key copied to another row is worth nothing. */
export function wrapKey(ring: KeyRing, personId: string, key: Uint8Array) {
  const wrapper = ring.keys.get(ring.newest)
  if (!wrapper || key.length !== keyBytes) throw new SealBroken()
  return Buffer.concat([Buffer.of(ring.newest), encrypt(wrapper, key, personId)])
}

export function unwrapKey(ring: KeyRing, personId: string, wrapped: Uint8Array) {
  const wrapper = ring.keys.get(wrapped[0] ?? -1)
  if (!wrapper) throw new SealBroken()
  const key = decrypt(wrapper, wrapped.subarray(1), personId)
  if (key.length !== keyBytes) throw new SealBroken()
  return key
}

/** The same key under the newest wrapper, or null when it is there already. The old secret can go once no row is left. */
export function rewrapKey(ring: KeyRing, personId: string, wrapped: Uint8Array) {
  if (wrapped[0] === ring.newest) return null
  return wrapKey(ring, personId, unwrapKey(ring, personId, wrapped))
}

/** Seals a personal value. `context` is where it is kept (`table.column`): it opens nowhere else. */
export function seal(personKey: Uint8Array, text: string, context: string) {
  return Buffer.concat([Buffer.of(sealedVersion), encrypt(personKey, Buffer.from(text, 'utf8'), context)])
}

/** Opens a sealed value, or throws SealBroken. */
export function open(personKey: Uint8Array, sealed: Uint8Array, context: string): string {
  if (sealed[0] !== sealedVersion) throw new SealBroken()
  return decrypt(personKey, sealed.subarray(1), context).toString('utf8')
}

/** The same for what is no text, such as a photo that nobody but its sender may see yet. */
export const sealBytes = (key: Uint8Array, plain: Uint8Array, context: string) =>
  Buffer.concat([Buffer.of(sealedVersion), encrypt(key, plain, context)])

export function openBytes(key: Uint8Array, sealed: Uint8Array, context: string) {
  if (sealed[0] !== sealedVersion) throw new SealBroken()
  return decrypt(key, sealed.subarray(1), context)
}

/** One spelling for one mailbox: no spaces around it, small letters, the domain as the mail system writes it. */
export function normaliseEmail(address: string): string {
  const plain = address.trim().normalize('NFC').toLowerCase()
  const at = plain.lastIndexOf('@')
  if (at < 1) return plain
  const domain = plain.slice(at + 1)
  return `${plain.slice(0, at)}@${domainToASCII(domain) || domain}`
}

/** Finds a person by mail without the address being readable. Changes with the secret: rebuild it when that changes. */
export const blindIndex = (secret: string, normalisedEmail: string) =>
  createHmac('sha256', keyFor(secret, 'find people by mail')).update(normalisedEmail).digest()

function encrypt(key: Uint8Array, plain: Uint8Array, context: string) {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context, 'utf8'))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Uint8Array, sealed: Uint8Array, context: string) {
  if (sealed.length < nonceBytes + tagBytes) throw new SealBroken()
  const nonce = sealed.subarray(0, nonceBytes)
  const tag = sealed.subarray(sealed.length - tagBytes)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
    decipher.setAAD(Buffer.from(context, 'utf8')).setAuthTag(tag)
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, sealed.length - tagBytes)), decipher.final()])
  } catch {
    throw new SealBroken()
  }
}
