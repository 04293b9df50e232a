import { createHash } from 'node:crypto'
import { type Words, wordsFor } from './words.server'

type Kept = { words: Words; text: string }

const kept = new Map<string, Kept>()
// Four languages, some twenty sets of areas, and a town that changes its wordings now and then.
const mostKept = 400

// A town's own wordings come new with each page; that they are the same ones is told by their text.
const addresses = new Map<string, string>()

/** The address of some areas' words in one language, with the town's own wordings over them. It changes with their content. */
export function wordsAddress(language: string, areas: readonly string[], wordings: Record<string, string>): string {
  const asked = `${language} ${areas.join('.')} ${JSON.stringify(wordings)}`
  const known = addresses.get(asked)
  if (known && kept.has(known)) return known
  const words = wordsFor(language, areas, wordings)
  const text = JSON.stringify(words)
  const version = createHash('sha256').update(text).digest('base64url').slice(0, 12)
  const address = `/words/${language}/${version}.json?areas=${areas.join('.')}`
  if (!kept.has(address)) {
    if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '')
    kept.set(address, { words, text })
  }
  if (addresses.size >= mostKept) addresses.clear()
  addresses.set(asked, address)
  return address
}

/** The words behind an address that this process has given out. */
export const wordsAt = (address: string): Words => kept.get(address)?.words ?? {}
export const wordsTextAt = (address: string): string | null => kept.get(address)?.text ?? null
