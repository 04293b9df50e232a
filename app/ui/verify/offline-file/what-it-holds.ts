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
  messages: Record<string, readonly Message[]>
  acts: Record<string, readonly string[]>
}

type Message = Messages[string]

/** One value of each name in one language. */
export const inLanguage = <Value>(all: Record<string, readonly Value[]>, at: number): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([name, values]) => values.slice(at, at + 1).map((one) => [name, one])),
  )
