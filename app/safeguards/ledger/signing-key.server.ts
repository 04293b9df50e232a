import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { chmod, mkdir, open, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { cosignaturePayload, cosignedText } from './cosignature'
import { sha256 } from './node-crypto.server'
import { keyIdOf, signatureLine, signatureType, verifierKeyText, writeNote } from './signed-note'

/** Signs heads of the log under one name. The secret half never leaves this object. */
export type Signer = { name: string; vkey: string; signNote: (text: string) => string }

/** Signs heads of other people's logs, as a witness does. The secret half never leaves this object. */
export type Cosigner = { name: string; vkey: string; cosign: (text: string, at: Date) => string }

/** The key cannot be used. The message says what to do about its file, never what is in it. */
export class UnusableKey extends Error {}

/**
 * The key in this file, made at the first start. Only its owner may read the file (mode 0400): whoever has the key can sign
 * a false record in the town's name.
 */
export async function signerFrom(file: string, name: string): Promise<Signer> {
  return signerOf(await keyIn(file), name)
}

/** Signs notes with a key that is at hand. */
export function signerOf(privateKey: KeyObject, name: string): Signer {
  const publicKey = publicHalf(privateKey)
  const keyId = keyIdOf(sha256, name, signatureType.ed25519, publicKey)
  return {
    name,
    vkey: verifierKeyText(sha256, name, signatureType.ed25519, publicKey),
    signNote: (text) => writeNote(text, [signatureLine({ name, keyId, signature: signed(text, privateKey) })]),
  }
}

/** The key of a witness in this file, made at the first start. `cosign` gives one signature line for the text of a checkpoint. */
export async function cosignerFrom(file: string, name: string): Promise<Cosigner> {
  const privateKey = await keyIn(file)
  const publicKey = publicHalf(privateKey)
  const keyId = keyIdOf(sha256, name, signatureType.cosignature, publicKey)
  return {
    name,
    vkey: verifierKeyText(sha256, name, signatureType.cosignature, publicKey),
    cosign(text, at) {
      const seconds = Math.floor(at.getTime() / 1000)
      const signature = cosignaturePayload(seconds, signed(cosignedText(seconds, text), privateKey))
      return signatureLine({ name, keyId, signature })
    },
  }
}

const signed = (text: string, key: KeyObject) => new Uint8Array(sign(null, Buffer.from(text), key))

const publicHalf = (key: KeyObject) =>
  new Uint8Array(createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32))

const keyIn = async (file: string) => keyOf((await readIfThere(file)) ?? (await makeKey(file)), file)

async function readIfThere(file: string): Promise<string | null> {
  try {
    const { mode } = await stat(file)
    if ((mode & 0o077) !== 0) throw new UnusableKey(`Others can read ${file}. Allow only its owner: chmod 400.`)
    return await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

// Two processes that start at once make one key: the second finds the file of the first.
async function makeKey(file: string): Promise<string> {
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  await mkdir(path.dirname(file), { recursive: true })
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(pem)
    await handle.sync()
    await handle.close()
    await chmod(file, 0o400)
    return pem
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readFile(file, 'utf8')
  }
}

function keyOf(pem: string, file: string) {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, without what stood in the file.
  }
  throw new UnusableKey(`${file} holds no Ed25519 key.`)
}
