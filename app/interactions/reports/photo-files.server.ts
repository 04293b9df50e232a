import { newFileKey } from '~/platform/files.server'
import { files } from '~/platform/files-here.server'
import { type PhotoOutcome, readPhoto, type WhereTaken } from '~/platform/photos.server'
import { InvalidInput } from '~/platform/problems'
import type { DraftPhoto } from './drafts/draft'
import { openPhoto, sealPhoto } from './drafts/draft-box.server'

/** A photo in the file store, ready for its row. */
export type KeptPhoto = { fileKey: string; width: number; height: number; alt: string }
type Sent = { name: string; bytes: Uint8Array }

/** The smaller picture lies beside the large one. */
export const smallOf = (fileKey: string): string => fileKey.replace(/\.([a-z0-9]+)$/, '-small.$1')

export const photoFolder = 'photos'
export const draftFolder = 'drafts'
export const photoType = 'image/webp'

/**
 * Makes photos safe and keeps them. The files are written before the act commits: should it fail, nothing refers to them
 * and the sweep takes them away; the other way round a report could show a photo that is not there.
 */
export async function keepPhotos(sent: readonly Sent[], alts: readonly string[] = []): Promise<KeptPhoto[]> {
  const kept: KeptPhoto[] = []
  for (const [at, { bytes }] of sent.entries()) {
    const { large, small, width, height } = photoOrProblem(await readPhoto(bytes)).photo
    kept.push({ fileKey: await put(large, small), width, height, alt: alts[at] ?? '' })
  }
  return kept
}

/**
 * The same for a report that is not sent yet: sealed, so that they open in the writer's browser only. Where it was taken is
 * handed on for one question, and is not in what is kept.
 */
export async function keepDraftPhoto(
  token: string,
  { bytes }: Sent,
): Promise<{ photo: DraftPhoto; whereTaken: WhereTaken | null }> {
  const { photo, whereTaken } = photoOrProblem(await readPhoto(bytes))
  const { large, small, width, height } = photo
  const key = newFileKey(draftFolder, 'bin')
  await files().put(key, sealPhoto(token, large), 'application/octet-stream')
  await files().put(smallOf(key), sealPhoto(token, small), 'application/octet-stream')
  return { photo: { key, width, height, alt: '' }, whereTaken }
}

/** Photos of a draft become those of the report. One that is gone is left out: the report matters more. */
export async function keepPhotosOfDraft(token: string, photos: readonly DraftPhoto[]): Promise<KeptPhoto[]> {
  const kept: KeptPhoto[] = []
  for (const { key, width, height, alt } of photos) {
    const large = await files().get(key)
    const small = await files().get(smallOf(key))
    if (!large || !small) continue
    kept.push({ fileKey: await put(openPhoto(token, large), openPhoto(token, small)), width, height, alt })
  }
  return kept
}

async function put(large: Buffer, small: Buffer): Promise<string> {
  const fileKey = newFileKey(photoFolder, 'webp')
  await files().put(fileKey, large, photoType)
  await files().put(smallOf(fileKey), small, photoType)
  return fileKey
}

function photoOrProblem(outcome: PhotoOutcome) {
  if (!outcome.isTaken) throw new InvalidInput({ files: outcome.refusal })
  return outcome
}
