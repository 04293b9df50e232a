import type { TrustedKeys } from '~/safeguards/ledger/check-receipt'
import type { KeyShown } from '~/safeguards/ledger/keys-shown'
import type { Messages } from '../../translator'

/** What the town writes into the file that checks receipts offline, on the day it is fetched. */
export type WhatItHolds = {
  host: string
  /** As in `2026-11-25T18:00:00.000Z`. */
  madeAt: string
  timezone: string
  /** The language it opens in: that of whoever fetched it. */
  language: string
  keys: TrustedKeys
  shown: readonly KeyShown[]
  keyAddress: string
  languages: readonly string[]
  /** Sentences, and the names of acts, each in all languages in that order: a name once instead of four times. */
  messages: Record<string, readonly Packed[]>
  acts: Record<string, readonly string[]>
}

type Message = Messages[string]
type Element = Exclude<Message, string>[number]
/** A sentence with gaps: its words, and each gap by its name; what is more than that stays as it was parsed. */
export type Packed = string | (string | [string] | Element)[]

/** Sentences take half the room this way. `unpacked` gives them back. */
export const packed = (message: Message): Packed =>
  typeof message === 'string'
    ? message
    : message.map((part) => (part.type === literal ? part.value : part.type === gap ? [part.value] : part))

export const unpacked = (message: Packed): Message =>
  typeof message === 'string'
    ? message
    : message.map((part) => {
        if (typeof part === 'string') return { type: literal, value: part }
        return Array.isArray(part) ? { type: gap, value: part[0] } : part
      })

// As the parser of ICU messages numbers them; the parser itself has no place in browsers.
const [literal, gap] = [0, 1] as const

/** One value of each name in one language. */
export const inLanguage = <Value>(all: Record<string, readonly Value[]>, at: number): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, values]) => values.slice(at, at + 1).map((one) => [name, one])),
  )
