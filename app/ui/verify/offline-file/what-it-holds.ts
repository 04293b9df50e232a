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
  /** Language -> its sentences, and the names of acts. */
  words: Record<string, { messages: Messages; acts: Record<string, string> }>
}
