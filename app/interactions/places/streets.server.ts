import type { Tx } from '~/platform/db.server'

/** A street to choose from a list; a name that stands in several neighbourhoods is several streets. */
export type ListedStreet = { name: string; areaKey: string | null; areaName: string | null; lat: number; lng: number }
export type ListedCrossing = { name: string; crossStreet: string; areaName: string | null; lat: number; lng: number }

/** The letters that streets begin with, and how many there are of each. */
export async function letters(tx: Tx): Promise<{ letter: string; streets: number }[]> {
  return tx.$queryRaw`
    SELECT upper(left(words, 1)) AS letter, count(*)::integer AS streets FROM gazetteer_place
    WHERE kind = 'street' GROUP BY 1 ORDER BY 1`
}

/** The streets that begin with a letter, in the order of the alphabet. */
export async function streetsOf(tx: Tx, letter: string): Promise<ListedStreet[]> {
  return tx.$queryRaw`
    SELECT p.name, p.area_key AS "areaKey", a.name AS "areaName", p.lat, p.lng
    FROM gazetteer_place p LEFT JOIN area a ON a.key = p.area_key
    WHERE p.kind = 'street' AND upper(left(p.words, 1)) = ${letter}
    ORDER BY p.words, a.name, p.id LIMIT 2000`
}

/** The crossings of a street, each with the street that is crossed. */
export async function crossingsOf(tx: Tx, street: string): Promise<ListedCrossing[]> {
  return tx.$queryRaw`
    SELECT DISTINCT ON (other.words, a.name) p.name, other.name AS "crossStreet", a.name AS "areaName", p.lat, p.lng
    FROM gazetteer_place p
    CROSS JOIN LATERAL (SELECT CASE WHEN p.street = ${street} THEN p.cross_street ELSE p.street END AS name) named
    CROSS JOIN LATERAL (SELECT named.name, lower(named.name) AS words) other
    LEFT JOIN area a ON a.key = p.area_key
    WHERE p.kind = 'crossing' AND (p.street = ${street} OR p.cross_street = ${street})
    ORDER BY other.words, a.name, p.id LIMIT 1000`
}
