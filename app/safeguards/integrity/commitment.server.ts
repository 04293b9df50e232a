import { randomBytes } from 'node:crypto'
import { sha256 } from '../ledger/node-crypto.server'
import type { CanonicalValue } from './canonical-json'
import { commitmentOf, type Opening, saltBytes } from './commitment'

export type { Opening } from './commitment'

/**
 * Puts a personal value under a lock in a public entry: the entry holds 43 characters that say nothing by themselves, the
 * opening is kept apart and can be destroyed. Every commitment has a salt of its own; there is no way to hand one in.
 */
export function commit(name: string, value: CanonicalValue): { commitment: string; opening: Opening } {
  const opening: Opening = { name, salt: randomBytes(saltBytes), value }
  return { commitment: commitmentOf(sha256, opening), opening }
}

/** True when this opening is what was committed to. Both are public by then, so how long it takes tells nothing. */
export const opens = (commitment: string, opening: Opening): boolean => commitmentOf(sha256, opening) === commitment
