import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { keepDraftPhoto } from '../photo-files.server'
import { placeToAskAbout } from '../photos/place-to-ask-about.server'
import { mostPhotos } from '../report-issue.input'
import type { DraftPhoto, PhotoPlace } from './draft'
import { keepPhotosInput } from './draft.input'
import { changeDraft, readDraft } from './draft-box.server'
import { aboutDraft, draftDeclaration } from './draft-declaration'

/** Photos of the issue: up to three, cleaned of where and with what they were taken, sealed until the report is sent. */
export const keepPhotosInDraft = defineInteraction({
  ...draftDeclaration,
  name: 'draft.keep-photos',
  input: keepPhotosInput,
  limit: { times: 60, perSeconds: 600 },

  async handle({ input, tx, now }) {
    const { draftToken, files, alts, remove, stay } = input
    const before = await readDraft(tx, draftToken, now)
    if ((before?.photos.length ?? 0) - (remove ? 1 : 0) + files.length > mostPhotos)
      throw new InvalidInput({ files: 'report.field.too-many-photos' })
    // Outside the lock on the draft: making photos safe takes a while.
    const added: DraftPhoto[] = []
    let asked: PhotoPlace | null = null
    for (const file of files) {
      const { photo, whereTaken } = await keepDraftPhoto(draftToken, file)
      added.push(photo)
      asked ??= await placeToAskAbout(tx, before, { key: photo.key, whereTaken })
    }
    const isStaying = stay || remove !== undefined || asked !== null
    await changeDraft(tx, draftToken, now, (draft) => ({
      ...draft,
      hasSeenPhotos: true,
      photoPlace: asked ?? (isStaying && draft.photoPlace?.key !== remove ? draft.photoPlace : null),
      // Whoever goes on without an answer keeps what they chose.
      isPlaceSure: draft.isPlaceSure || (!isStaying && draft.photoPlace !== null),
      photos: [...described(draft.photos, alts).filter(({ key }) => key !== remove), ...added].slice(0, mostPhotos),
    }))
    return { isStaying }
  },

  about: aboutDraft,
})

const described = (photos: readonly DraftPhoto[], alts: Record<string, string>): DraftPhoto[] =>
  photos.map((photo, at) => ({ ...photo, alt: alts[String(at)] ?? photo.alt }))
