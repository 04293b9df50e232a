import { createHash } from 'node:crypto'
import { Prisma, type Tx } from '~/platform/db.server'
import { SentBefore } from '~/platform/problems'

/** The hidden key of a form and the hash of what it carried. */
export type Once = { key: string; requestHash: Buffer }

export const onceFrom = (key: string, raw: Record<string, unknown>): Once => ({
  key,
  requestHash: createHash('sha256').update(JSON.stringify(raw, bytesAsHash)).digest(),
})

// Photos count by their content; their bytes would make a string of megabytes.
function bytesAsHash(this: Record<string, unknown>, name: string, value: unknown) {
  const original = this[name]
  return original instanceof Uint8Array ? createHash('sha256').update(original).digest('hex') : value
}

/**
 * Takes the key for this act, or returns the answer that the same form got before. A parallel copy waits here, on the
 * unique row, until the first one has committed. The same key with other content is refused.
 */
export async function answeredBefore(
  tx: Tx,
  interaction: string,
  once: Once,
  now: Date,
): Promise<{ answer: unknown } | null> {
  const taken = await tx.$executeRaw`
    INSERT INTO idempotency (key, interaction, request_hash, made_at)
    VALUES (${once.key}::uuid, ${interaction}, ${once.requestHash}, ${now}) ON CONFLICT DO NOTHING`
  if (taken === 1) return null
  const row = await tx.idempotency.findUniqueOrThrow({ where: { key_interaction: { key: once.key, interaction } } })
  if (!once.requestHash.equals(row.requestHash)) throw new SentBefore()
  return { answer: row.answer }
}

/** Keeps the answer beside the key, in the transaction of the act. */
export async function rememberAnswer(tx: Tx, interaction: string, once: Once, value: unknown) {
  const answer = (value ?? Prisma.JsonNull) as Prisma.InputJsonValue
  await tx.idempotency.update({ where: { key_interaction: { key: once.key, interaction } }, data: { answer } })
}
