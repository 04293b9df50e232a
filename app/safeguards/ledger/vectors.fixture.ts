import { readFileSync } from 'node:fs'
import path from 'node:path'

/** One file of published test vectors. */
export const vectorsOf = <Vectors>(name: string): Vectors =>
  JSON.parse(readFileSync(path.resolve(`tests/fixtures/ledger/${name}.json`), 'utf8')) as Vectors

export const bytesOfHex = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
export const bytesOfBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))
export const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
