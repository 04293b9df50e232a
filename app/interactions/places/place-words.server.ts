import type { Tx } from '~/platform/db.server'
import { townOrNull } from '../town/town.server'
import { reachM, wordsOfPlace } from './place-words'

const metresPerDegree = 111_195

/** Where a point is, in words: "Clarendon Street at Boylston Street". Empty when the gazetteer knows nothing around it. */
export async function placeWords(tx: Tx, lat: number, lng: number): Promise<string> {
  const latReach = reachM / metresPerDegree
  const lngReach = latReach / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  const nearby = await tx.gazetteerPlace.findMany({
    where: {
      lat: { gte: lat - latReach, lte: lat + latReach },
      lng: { gte: lng - lngReach, lte: lng + lngReach },
    },
    select: { kind: true, name: true, street: true, crossStreet: true, lat: true, lng: true },
  })
  const town = await townOrNull(tx)
  return wordsOfPlace({ lat, lng }, nearby, town?.languages[0] ?? 'en')
}
