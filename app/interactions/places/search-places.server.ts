import { Prisma, type Tx } from '~/platform/db.server'
import { addressIn, crossingIn, gazetteerWords } from './gazetteer-words'

/** A place that somebody can choose: an address, a crossing, a street or a landmark. */
export type FoundPlace = {
  id: number
  kind: 'street' | 'address' | 'crossing' | 'landmark'
  name: string
  areaKey: string | null
  areaName: string | null
  lat: number
  lng: number
}

const longestQuestion = 120

/**
 * Places that are called so, or nearly so: "10 Beacon St", "boylstn & clarendon", "cafe plaza". What fits exactly comes
 * first; typing errors, missing accents and shortened words are forgiven.
 */
export async function searchPlaces(tx: Tx, text: string, limit = 8): Promise<FoundPlace[]> {
  const asked = text.slice(0, longestQuestion)
  const words = gazetteerWords(asked)
  if (words.length < 2 || !/[\p{L}\p{N}]/u.test(words)) return []
  const most = Math.min(50, Math.max(1, Math.trunc(limit)))
  const crossing = crossingIn(asked)
  if (crossing) {
    const found = await tx.$queryRaw<FoundPlace[]>(crossingQuestion(crossing, most))
    if (found.length > 0) return found
  }
  const address = addressIn(asked)
  const [houses, named] = await Promise.all([
    address ? tx.$queryRaw<FoundPlace[]>(addressQuestion(address, most)) : [],
    tx.$queryRaw<FoundPlace[]>(nameQuestion(address?.street ?? words, most)),
  ])
  return [...houses, ...named].slice(0, most)
}

const columns = Prisma.sql`p.id, p.kind, p.name, p.area_key AS "areaKey", a.name AS "areaName", p.lat, p.lng`
const withArea = Prisma.sql`gazetteer_place p LEFT JOIN area a ON a.key = p.area_key`

// `<%` finds the question as a part of the words, with errors; the pattern finds beginnings of words ("mass ave"). The index
// answers both, with a few hundred rows out of a million. A street itself comes before its crossings.
function nameQuestion(words: string, limit: number): Prisma.Sql {
  const beginnings = `${words.split(' ').map(likeText).join('% ')}%`
  return Prisma.sql`SELECT ${columns} FROM ${withArea}
    WHERE p.kind <> 'address' AND (${words} <% p.words OR p.words LIKE ${beginnings})
    ORDER BY (p.words = ${words}) DESC,
      round((word_similarity(${words}, p.words) + similarity(${words}, p.words)
        + (p.words LIKE ${beginnings})::int * 0.6 - (p.kind = 'crossing')::int * 0.7)::numeric, 1) DESC,
      p.weight DESC, p.name, p.id
    LIMIT ${limit}`
}

// The number must be right; a house that nobody ever reported is not in the gazetteer, and then its street is the answer.
function addressQuestion({ number, street }: { number: string; street: string }, limit: number): Prisma.Sql {
  const words = `${number} ${street}`
  return Prisma.sql`SELECT ${columns} FROM ${withArea}
    WHERE p.kind = 'address' AND lower(p.number) = ${number} AND ${street} <% p.words
    ORDER BY (p.words = ${words}) DESC, (p.words LIKE ${`${likeText(words)}%`}) DESC,
      similarity(${words}, p.words) DESC, p.name, p.id
    LIMIT ${limit}`
}

function crossingQuestion([one, other]: readonly [string, string], limit: number): Prisma.Sql {
  return Prisma.sql`SELECT ${columns} FROM ${withArea}
    WHERE p.kind = 'crossing' AND ${one} <% p.words AND ${other} <% p.words
    ORDER BY (word_similarity(${one}, p.words) + word_similarity(${other}, p.words))
      + (${one} <<% p.words)::int * 0.1 + (${other} <<% p.words)::int * 0.1 DESC, length(p.words), p.name, p.id
    LIMIT ${limit}`
}

const likeText = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)
