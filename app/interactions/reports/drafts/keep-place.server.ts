import { defineInteraction } from '~/safeguards/door.server'
import { placeWords } from '../../places/place-words.server'
import { townOf } from '../../town/town.server'
import { areaInTown } from '../where.server'
import { keepPlaceInput } from './draft.input'
import { changeDraft } from './draft-box.server'
import { aboutDraft, draftDeclaration } from './draft-declaration'

/** First page of the form: where it is. A place in another town is refused here, before anything else was typed. */
export const keepPlace = defineInteraction({
  ...draftDeclaration,
  name: 'draft.keep-place',
  input: keepPlaceInput,
  limit: { times: 300, perSeconds: 3600 },

  async handle({ input, tx, now }) {
    const { draftToken, point } = input
    await areaInTown(tx, await townOf(tx), point)
    const place = { ...point, words: await placeWords(tx, point.lat, point.lng) }
    // Elsewhere other issues are nearby: they are looked at again.
    await changeDraft(tx, draftToken, now, (draft) => ({
      ...draft,
      place,
      // Where a photo was taken has been answered with it, or was about the place before.
      photoPlace: null,
      isPlaceSure: false,
      isOther: draft.isOther && isSame(draft.place, point),
    }))
    return null
  },

  about: aboutDraft,
})

type Point = { lat: number; lng: number }
const isSame = (one: Point | null, other: Point) => one?.lat === other.lat && one.lng === other.lng
