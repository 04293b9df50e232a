import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { readCheckpoint } from '~/safeguards/ledger/checkpoint'
import { promiseVkey } from '~/safeguards/ledger/promise.server'
import { splitNote } from '~/safeguards/ledger/signed-note'
import { anybodyReads } from './anybody'
import { waitingNow } from './waiting.server'

/** How the record stands now: its signed head, what waits to be signed, who else signs it, and the keys that check it. */
export const seeLedger = defineInteraction({
  ...anybodyReads,
  name: 'ledger.see',
  input: z.object({}),
  async handle({ tx }) {
    const [last] = await tx.$queryRaw<{ note: string; made_at: Date }[]>`
      SELECT note, made_at FROM ledger_checkpoint ORDER BY size DESC LIMIT 1`
    const keys = await tx.$queryRaw<{ vkey: string }[]>`SELECT vkey FROM ledger_key ORDER BY added_at DESC, vkey`
    const witnesses = await tx.$queryRaw<
      { name: string; size: bigint | null; at: Date | null; trouble: string | null }[]
    >`
      SELECT name, last_size AS size, last_at AS at, trouble FROM ledger_witness ORDER BY name`
    const head = last && readCheckpoint(splitNote(last.note).text)
    return {
      head: head && {
        origin: head.origin,
        size: head.size,
        root: Buffer.from(head.root).toString('hex'),
        signedAt: last.made_at,
      },
      witnesses: witnesses.map(({ size, ...witness }) => ({ ...witness, size: size === null ? null : Number(size) })),
      waiting: await waitingNow(tx),
      keys: keys.map(({ vkey }) => vkey),
      promiseKey: promiseVkey(),
    }
  },
})
