import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { plainLine } from '~/platform/plain-text'
import { defineInteraction } from '~/safeguards/door.server'
import { isInTown } from '../../places/areas.server'
import { placeWords } from '../../places/place-words.server'
import { searchPlaces } from '../../places/search-places.server'
import { crossingsOf, letters, streetsOf } from '../../places/streets.server'
import { townOf } from '../../town/town.server'
import { draftPageInput, point } from '../drafts/draft.input'
import { readDraft } from '../drafts/draft-box.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { latitude, longitude } from '../report-issue.input'

const asked = (longest: number) =>
  z
    .string()
    .transform((typed) => plainLine(typed).slice(0, longest))
    .catch('')

/** First page of the form: where it is. By the map, by a search, or by the list of streets and their crossings. */
export const showPlaceStep = defineInteraction({
  ...draftPageDeclaration,
  name: 'draft.show-place',
  // An address that was typed wrong shows the plain page.
  input: draftPageInput.extend({
    q: asked(120),
    letter: asked(1),
    street: asked(120),
    lat: latitude.optional().catch(undefined),
    lng: longitude.optional().catch(undefined),
    /** The same from a list, to be looked at on the map first. */
    point: point.optional().catch(undefined),
  }),

  async handle({ input, tx, now }) {
    const { q, lat, lng, point, street } = input
    const letter = input.letter.toUpperCase()
    const draft = await readDraft(tx, input.draftToken, now)
    const town = await townOf(tx)
    const linked = lat !== undefined && lng !== undefined ? { lat, lng } : (point ?? null)
    const isHere = linked !== null && isInTown(town, linked.lat, linked.lng)
    const allLetters = await letters(tx)
    const found = q === '' ? null : await searchPlaces(tx, q, 8)
    return {
      // A place that came with the address, such as from the map, comes before the one chosen earlier.
      place: isHere ? { ...linked, words: await placeWords(tx, linked.lat, linked.lng) } : (draft?.place ?? null),
      isOutside: linked !== null && !isHere,
      search: found && { asked: q, found },
      example: await exampleStreet(tx),
      list: {
        letters: allLetters,
        letter,
        streets: letter === '' || street !== '' ? [] : await streetsOf(tx, letter),
        street:
          street === ''
            ? null
            : { name: street, crossings: await crossingsOf(tx, street), spots: await spotsOf(tx, street) },
      },
      hasDraft: draft !== null,
    }
  },
})

// The street itself, once for each neighbourhood in which it stands.
const spotsOf = async (tx: Tx, street: string) =>
  (await streetsOf(tx, street.slice(0, 1).toUpperCase())).filter(({ name }) => name === street)

// A street of this very town says best what can be typed: one that many people know.
const exampleStreet = async (tx: Tx) =>
  (
    await tx.gazetteerPlace.findFirst({
      where: { kind: 'street' },
      orderBy: [{ weight: 'desc' }, { name: 'asc' }],
      select: { name: true },
    })
  )?.name ?? null
