import type { Tx } from '~/platform/db.server'
import type { SourceOfBatch } from './prepared-row'

export type BatchCounts = { reports: number; issues: number; rejected: number }

/** Notes that this portion of a file is in; false when it already was, and then nothing is to be done. */
export async function noteBatch(tx: Tx, source: SourceOfBatch, counts: BatchCounts, now: Date): Promise<string | null> {
  const { cityKey, fileName, sha256: fileSha256, part, firstRow, lastRow, isLast } = source
  const where = { cityKey, part, fileSha256, firstRow }
  const before = await tx.importBatch.findFirst({ where, select: { id: true } })
  if (before) return null
  const made = await tx.importBatch.create({
    data: { ...where, fileName, lastRow, isLast, ...counts, importedAt: now },
  })
  return made.id
}

/** What the record of the act says about a portion: which file, which rows of it, and how many. */
export const factsOfBatch = ({ fileName, sha256, part, firstRow, lastRow }: SourceOfBatch, counts: BatchCounts) => ({
  file: fileName,
  file_sha256: sha256,
  part,
  first_row: firstRow,
  last_row: lastRow,
  ...counts,
})

/** The object of the record of a portion. */
export const objectOfBatch = ({ cityKey, part, firstRow }: SourceOfBatch) => ({
  type: 'import-batch',
  ref: `${cityKey}/${part}/${firstRow}`,
})

/** Raises the version of the town, so that caches forget what they knew. */
export const raiseVersion = (tx: Tx, now: Date) =>
  tx.town.update({ where: { id: 1 }, data: { version: { increment: 1 }, updatedAt: now } })
