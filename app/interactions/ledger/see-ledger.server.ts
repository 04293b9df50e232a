import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { readCheckpoint } from '~/safeguards/ledger/checkpoint'
import { keysShown } from '~/safeguards/ledger/keys-shown'
import { sha256 } from '~/safeguards/ledger/node-crypto.server'
import { withinSeconds } from '~/safeguards/ledger/promise'
import { splitNote } from '~/safeguards/ledger/signed-note'
import { anybodyReads } from './anybody'
import { trustedKeys } from './trusted-keys.server'
import { waitingNow } from './waiting.server'

type Health = {
  checked_at: Date | null
  checked_size: bigint | null
  trouble: 'broken' | 'fork' | null
  first_wrong: string | null
}

/** How the record stands now: its signed head, what waits to be signed, who else signs it, and the keys that check it. */
export const seeLedger = defineInteraction({
  ...anybodyReads,
  name: 'ledger.see',
  input: z.object({}),
  async handle({ tx }) {
    const [last] = await tx.$queryRaw<{ note: string; made_at: Date }[]>`
      SELECT note, made_at FROM ledger_checkpoint ORDER BY size DESC LIMIT 1`
    const witnesses = await tx.$queryRaw<
      { name: string; size: bigint | null; at: Date | null; trouble: string | null }[]
    >`
      SELECT name, last_size AS size, last_at AS at, trouble FROM ledger_witness ORDER BY name`
    const [health] = await tx.$queryRaw<Health[]>`
      SELECT checked_at, checked_size, trouble, first_wrong FROM ledger_health`
    const waiting = await waitingNow(tx)
    const head = last && readCheckpoint(splitNote(last.note).text)
    return {
      head: head && {
        origin: head.origin,
        size: head.size,
        root: Buffer.from(head.root).toString('hex'),
        signedAt: last.made_at,
      },
      witnesses: witnesses.map(({ size, ...witness }) => ({ ...witness, size: size === null ? null : Number(size) })),
      checked: health?.checked_at ? { at: health.checked_at, size: Number(health.checked_size) } : null,
      trouble: health?.trouble ? { kind: health.trouble, firstWrong: health.first_wrong ?? '' } : null,
      waiting: { ...waiting, isLate: waiting.seconds > withinSeconds },
      keys: keysShown(sha256, await trustedKeys(tx)),
    }
  },
})
