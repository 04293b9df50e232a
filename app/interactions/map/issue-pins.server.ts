import type { IssuePin } from '~/map/cluster-answer'
import type { Tile } from '~/map/quadkey'
import { Prisma, type Tx } from '~/platform/db.server'
import type { Language } from '~/safeguards/vocabulary'
import { type Say, stateOf, titleOf } from '../issues/issue.input'
import type { IssueFilters } from '../issues/issue-filters.input'
import { issueConditions } from '../issues/issue-filters.server'
import { within } from './issue-cells.server'

type Asked = { now: Date; language: Language; say: Say }
type Row = {
  ref: string
  lat: number
  lng: number
  status: string
  dueAt: Date | null
  place: string
  name: Record<string, string>
  pictogram: string
}

const columns = Prisma.sql`i.ref, i.lat, i.lng, i.status, i.due_at AS "dueAt", i.place, c.name, c.pictogram`

/** Every issue of a square that the filters ask for, at most so many. */
export async function pinsIn(
  tx: Tx,
  tile: Tile,
  filters: IssueFilters,
  most: number,
  asked: Asked,
): Promise<IssuePin[]> {
  const conditions = Prisma.sql`${within(tile)} AND ${issueConditions(filters, asked.now, asked.language)}`
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${columns} FROM issue i JOIN category c ON c.key = i.category_key WHERE ${conditions} ORDER BY i.ref LIMIT ${most}`)
  return rows.map((row) => pinOf(row, asked))
}

/** The issues with these references. */
export async function pinsOf(tx: Tx, refs: string[], asked: Asked): Promise<IssuePin[]> {
  if (refs.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${columns} FROM issue i JOIN category c ON c.key = i.category_key
    WHERE i.ref IN (${Prisma.join(refs)}) AND i.lat IS NOT NULL AND NOT i.is_hidden ORDER BY i.ref`)
  return rows.map((row) => pinOf(row, asked))
}

function pinOf({ ref, lat, lng, pictogram, place, name, ...issue }: Row, { now, language, say }: Asked): IssuePin {
  const category = name[language] ?? name.en ?? Object.values(name)[0] ?? ''
  return {
    ref,
    lat: near(lat),
    lng: near(lng),
    state: stateOf(issue, now),
    title: titleOf(say, { category, place }),
    pictogram,
  }
}

const near = (degrees: number) => Math.round(degrees * 1e5) / 1e5
