import { type NearbyPlace, reachM } from './place-words'

const metresPerDegree = 111_195

/** The gazetteer in squares as wide as its reach, so that an import finds what lies around a point without asking the database. */
export class GazetteerGrid {
  private readonly squares = new Map<string, NearbyPlace[]>()
  private readonly lngSide: number
  private readonly latSide = reachM / metresPerDegree

  constructor(places: readonly NearbyPlace[]) {
    const townLat = places[0]?.lat ?? 0
    this.lngSide = this.latSide / Math.max(0.05, Math.cos((townLat * Math.PI) / 180))
    for (const { kind, name, street, crossStreet, lat, lng } of places) {
      // Objects of one shape are looked through five times as fast as rows put together from different parts.
      const place: NearbyPlace = { kind, name, street, crossStreet, lat, lng }
      const square = this.squareOf(place.lat, place.lng)
      const key = `${square.x} ${square.y}`
      const there = this.squares.get(key)
      if (there) there.push(place)
      else this.squares.set(key, [place])
    }
  }

  /** Everything in the nine squares around a point: all that lies within reach, and some that lies beyond. */
  around(lat: number, lng: number): NearbyPlace[] {
    const { x, y } = this.squareOf(lat, lng)
    const found: NearbyPlace[] = []
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++)
        for (const place of this.squares.get(`${x + dx} ${y + dy}`) ?? []) found.push(place)
    }
    return found
  }

  private squareOf(lat: number, lng: number) {
    return { x: Math.floor(lng / this.lngSide), y: Math.floor(lat / this.latSide) }
  }
}
