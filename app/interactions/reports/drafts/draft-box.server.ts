import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import { draftDays } from '~/platform/draft-cookie.server'
import { keyFor, open, openBytes, SealBroken, seal, sealBytes } from '~/platform/sealing.server'
import { tokenHash } from '~/platform/tokens.server'
import { type Draft, newDraft } from './draft'

const idHashOf = (token: string) => new Uint8Array(tokenHash(`draft: ${token}`))
// The key comes from what the browser holds and is kept nowhere: the town cannot read a report that was not sent.
const keyOf = (token: string) => keyFor(token, 'seal a draft')

/** The draft that this token opens; null when there is none, or it has expired. */
export async function readDraft(tx: Tx, token: string | undefined, now: Date): Promise<Draft | null> {
  if (!token) return null
  const row = await tx.draft.findUnique({ where: { idHash: idHashOf(token) } })
  return row && row.expiresAt > now ? opened(token, row.sealed) : null
}

/** Changes the draft, or begins one. Two pages that save at once follow each other, so that neither loses its answer. */
export async function changeDraft(tx: Tx, token: string, now: Date, change: (draft: Draft) => Draft): Promise<Draft> {
  await tx.$queryRaw`SELECT 1 AS one FROM draft WHERE id_hash = ${idHashOf(token)} FOR UPDATE`
  const before = await readDraft(tx, token, now)
  const draft = change(before && !before.sentAs ? before : newDraft(randomUUID()))
  await writeDraft(tx, token, draft, now, draftDays * dayMs)
  return draft
}

/** All that is left of a draft that was sent: which report it became, for an hour. Its photos go with the next sweep. */
export async function markSent(tx: Tx, token: string, reportId: string, now: Date): Promise<void> {
  const before = await readDraft(tx, token, now)
  if (before) await writeDraft(tx, token, { ...newDraft(before.once), sentAs: reportId }, now, dayMs / 24)
}

/** Forgets a draft. Its photos, which nothing opens any more, go with the next sweep. */
export async function removeDraft(tx: Tx, token: string): Promise<void> {
  await tx.draft.deleteMany({ where: { idHash: idHashOf(token) } })
}

const dayMs = 86_400_000

async function writeDraft(tx: Tx, token: string, draft: Draft, now: Date, keptMs: number): Promise<void> {
  const idHash = idHashOf(token)
  const kept = {
    sealed: new Uint8Array(seal(keyOf(token), JSON.stringify(draft), 'draft.sealed')),
    photoKeys: draft.photos.map(({ key }) => key),
    updatedAt: now,
    expiresAt: new Date(now.getTime() + keptMs),
  }
  await tx.draft.upsert({ where: { idHash }, create: { idHash, ...kept }, update: kept })
}

/** Photos of a draft are sealed like its words. */
export const sealPhoto = (token: string, photo: Uint8Array) => sealBytes(keyOf(token), photo, 'draft.photo')
export const openPhoto = (token: string, sealed: Uint8Array) => openBytes(keyOf(token), sealed, 'draft.photo')

function opened(token: string, sealed: Uint8Array): Draft | null {
  try {
    return { ...newDraft(randomUUID()), ...(JSON.parse(open(keyOf(token), sealed, 'draft.sealed')) as Partial<Draft>) }
  } catch (error) {
    // A row that somebody altered opens for nobody: the person begins again.
    if (error instanceof SealBroken) return null
    throw error
  }
}
