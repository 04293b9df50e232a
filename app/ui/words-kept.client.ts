import type { Messages } from './words'

const kept = new Map<string, Messages>()

/** The sentences at this address, which were fetched before the page was drawn. */
export const keptWords = (address: string): Messages => kept.get(address) ?? {}

/** Fetches sentences unless they are here already. The browser's own cache keeps them for as long as they stay the same. */
export async function fetchWords(address: string): Promise<void> {
  if (kept.has(address)) return
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The words of this page did not come: ${answer.status}`)
  kept.set(address, await answer.json())
}
