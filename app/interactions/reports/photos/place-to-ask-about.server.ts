import type { Tx } from '~/platform/db.server'
import type { WhereTaken } from '~/platform/photos.server'
import { isInTown } from '../../places/areas.server'
import { placeWords } from '../../places/place-words.server'
import { townOf } from '../../town/town.server'
import type { Draft, PhotoPlace } from '../drafts/draft'
import { metresBetween, samePlaceM } from '../geo'

/**
 * The place in a photo, if its writer should be asked about it: in this town, and not where they pointed. Everything else a
 * photo says about where it was taken ends here.
 */
export async function placeToAskAbout(
  tx: Tx,
  draft: Draft | null,
  { key, whereTaken }: { key: string; whereTaken: WhereTaken | null },
): Promise<PhotoPlace | null> {
  if (!whereTaken || !draft?.place || draft.isPlaceSure || draft.photoPlace) return null
  const metres = Math.round(metresBetween(draft.place, whereTaken))
  if (metres <= samePlaceM) return null
  const { lat, lng } = whereTaken
  if (!isInTown(await townOf(tx), lat, lng)) return null
  return { key, lat, lng, metres, words: await placeWords(tx, lat, lng) }
}
