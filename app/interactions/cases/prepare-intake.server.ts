import { z } from 'zod'
import { defineInteraction } from '~/safeguards/door.server'
import { mandateCovering } from '~/safeguards/integrity/mandate.check'
import { nameOfCategory } from '../issues/category-name'
import { filterChoices } from '../issues/filter-choices.server'
import { areaAt, isInTown } from '../places/areas.server'
import { placeWords } from '../places/place-words.server'
import { searchPlaces } from '../places/search-places.server'
import { askedIn, categoryAsked } from '../reports/category-asked.server'
import { lettersIn, reportNotice } from '../reports/report-notice.server'
import { townOf } from '../town/town.server'
import { casesAround } from './cases-around.server'

const degrees = z.coerce.number().optional().catch(undefined)

/** What somebody said so far on the phone: where, and what kind of thing. An address holds it, so that a page can be built again. */
export const prepareIntakeInput = z.object({
  q: z.string().trim().max(120).catch('').default(''),
  lat: degrees,
  lng: degrees,
  category: z.string().max(80).catch('').default(''),
})

/**
 * A civil servant takes in what a resident says: the place is found, the questions of its kind are asked, and what is known
 * there already is shown. The best match is chosen at once; the others are one press away.
 */
export const prepareIntake = defineInteraction({
  name: 'report.prepare',
  input: prepareIntakeInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['equality', 'responsive'],
  effect: 'public-read',
  touches: {},

  async handle({ input, actor, tx, now, language }) {
    const town = await townOf(tx)
    const found = input.q ? await searchPlaces(tx, input.q, 6) : []
    const [best] = found
    const { lat, lng } = input.lat !== undefined && input.lng !== undefined ? input : (best ?? {})
    const isPlaced = lat !== undefined && lng !== undefined
    const place = isPlaced && isInTown(town, lat, lng) ? { lat, lng, words: await placeWords(tx, lat, lng) } : null
    const area = place && (await areaAt(tx, place.lat, place.lng))
    const category = input.category ? await categoryAsked(tx, input.category) : null
    const { key = '', radiusM = 0 } = category ?? {}
    const competence = { act: 'report-for-resident', category: key, area: area?.key ?? null, now } as const
    return {
      asked: input.q,
      found: found.map(({ id, name, areaName, lat, lng }) => ({ id, name, areaName, lat, lng })),
      place: place && { ...place, area: area?.name ?? null },
      isOutside: isPlaced && place === null,
      category: category && {
        key,
        name: nameOfCategory(category.names, language),
        questions: askedIn(category.questions, language),
        canBeReported: category.isChoosable && !category.isEmergency,
        emergency: category.isEmergency ? nameOfCategory(category.emergency, language) : null,
      },
      around:
        place && category ? await casesAround(tx, { ref: '', categoryKey: key, radiusM, ...place }, language) : [],
      choices: await filterChoices(tx, language),
      // Asked once there is something to ask about; the door asks again.
      mayReport: !place || !category || mandateCovering(actor.mandates, competence) !== undefined,
      notice: reportNotice(),
      languages: await lettersIn(tx),
      now,
    }
  },
})
