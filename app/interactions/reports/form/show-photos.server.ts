import { z } from 'zod'
import { files } from '~/platform/files-here.server'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { isReached, nextStep } from '../drafts/draft'
import { draftPageInput } from '../drafts/draft.input'
import { openPhoto, readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { smallOf } from '../photo-files.server'
import { mostPhotos } from '../report-issue.input'

/** Fourth page: photos, with what can be seen in them. */
export const showPhotos = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-photos',
  input: draftPageInput,

  async handle({ input, tx, now }) {
    const draft = await readDraft(tx, input.draftToken, now)
    if (!draft?.place || !isReached(draft, 'photos')) return { goTo: draft ? nextStep(draft) : ('place' as const) }
    const { place, photos, photoPlace, isPlaceSure } = draft
    // Where to compare the place of a photo with, in the writer's own browser; nowhere once they are sure.
    const chosen = isPlaceSure ? null : { lat: place.lat, lng: place.lng }
    return { place: place.words, photos, most: mostPhotos, photoPlace, chosen }
  },
})

/** A photo of a draft, opened with the key of the browser that sent it. Nobody else can see it. */
export const showDraftPhoto = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-photo',
  input: draftPageInput.extend({
    name: z.string().regex(/^[a-f0-9]{32}$/),
    size: z.enum(['small', 'large']).catch('small'),
  }),

  async handle({ input, tx, now }) {
    const draft = await readDraft(tx, input.draftToken, now)
    const photo = draft?.photos.find(({ key }) => key.endsWith(`/${input.name}.bin`))
    const sealed = photo && (await files().get(input.size === 'small' ? smallOf(photo.key) : photo.key))
    if (!sealed || !input.draftToken) throw new NotFound()
    return { picture: openPhoto(input.draftToken, sealed) }
  },
})
