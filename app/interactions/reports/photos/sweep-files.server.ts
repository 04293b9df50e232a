import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { files } from '~/platform/files-here.server'
import { defineInteraction } from '~/safeguards/door.server'
import { draftFolder, photoFolder, smallOf } from '../photo-files.server'

const dayMs = 86_400_000

/** Each night: drafts that nobody came back to, and files that nothing refers to, such as those of a form that was cut off. */
export const sweepFiles = defineInteraction({
  name: 'file.sweep',
  input: z.object({}),
  roles: ['system'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['lawfulness'],
  effect: 'write',
  touches: { draft: ['sealed'] },

  async handle({ tx, now }) {
    const { count: drafts } = await tx.draft.deleteMany({ where: { expiresAt: { lte: now } } })
    // Younger files may belong to an act that has not committed yet.
    const before = new Date(now.getTime() - dayMs)
    const orphans =
      (await removeOrphans(photoFolder, before, photosIn(tx))) +
      (await removeOrphans(draftFolder, before, draftPhotosIn(tx)))
    return { drafts, orphans, unfinished: await files().tidy(before) }
  },

  about: (_, { drafts, orphans, unfinished }) => ({
    object: { type: 'files', ref: 'sweep' },
    facts: { drafts, orphans, unfinished },
  }),
})

type Known = (keys: string[]) => Promise<Set<string>>

const photosIn =
  (tx: Tx): Known =>
  async (keys) =>
    new Set(
      (await tx.photo.findMany({ where: { fileKey: { in: keys } }, select: { fileKey: true } })).map(
        ({ fileKey }) => fileKey,
      ),
    )

const draftPhotosIn =
  (tx: Tx): Known =>
  async (keys) => {
    const rows = await tx.draft.findMany({ where: { photoKeys: { hasSome: keys } }, select: { photoKeys: true } })
    return new Set(rows.flatMap(({ photoKeys }) => photoKeys))
  }

async function removeOrphans(folder: string, before: Date, known: Known): Promise<number> {
  let removed = 0
  let batch: string[] = []
  const look = async () => {
    const kept = await known(batch)
    for (const key of batch.filter((each) => !kept.has(each))) {
      await files().delete(key)
      await files().delete(smallOf(key))
      removed++
    }
    batch = []
  }
  for await (const { key, changedAt } of files().list(folder)) {
    // The smaller picture goes with the large one.
    if (changedAt >= before || /-small\.[a-z]+$/.test(key)) continue
    if (batch.push(key) >= 500) await look()
  }
  if (batch.length > 0) await look()
  return removed
}
