import type { Tx } from '~/platform/db.server'
import { wordsOfFollowed } from '../follows/followed.server'
import { nameOfCategory } from '../issues/category-name'

export type OwnReport = {
  ref: string
  category: string
  place: string
  status: string
  dueAt: Date | null
  closedAt: Date | null
  reportedAt: Date
  description: string
  channel: string
  isMeToo: boolean
  isNamePublic: boolean
  mayShareContact: boolean
  photos: number
}

/** The reports of one person, newest first. Whose they are stands in the query and nowhere else. */
export async function ownReports(
  tx: Tx,
  personId: string,
  language: string,
  { before, most }: { before: Date | null; most: number },
): Promise<{ reports: OwnReport[]; hasMore: boolean }> {
  const rows = await tx.report.findMany({
    where: { personId, ...(before && { reportedAt: { lt: before } }) },
    orderBy: [{ reportedAt: 'desc' }, { id: 'desc' }],
    take: most + 1,
    select: {
      description: true,
      channel: true,
      isMeToo: true,
      isNamePublic: true,
      mayShareContact: true,
      reportedAt: true,
      _count: { select: { photos: true } },
      issue: {
        select: {
          ref: true,
          place: true,
          status: true,
          dueAt: true,
          closedAt: true,
          category: { select: { name: true } },
        },
      },
    },
  })
  const reports = rows.slice(0, most).map(({ issue, _count, ...report }) => ({
    ...report,
    ref: issue.ref,
    place: issue.place,
    status: issue.status,
    dueAt: issue.dueAt,
    closedAt: issue.closedAt,
    category: nameOfCategory(issue.category.name, language),
    photos: _count.photos,
  }))
  return { reports, hasMore: rows.length > most }
}

export type OwnFollow = { followId: string; what: string; ref: string | null; askedAt: Date; confirmedAt: Date | null }

/** What one person follows now, and what waits for their confirmation. */
export async function ownFollows(tx: Tx, personId: string, language: string): Promise<OwnFollow[]> {
  const rows = await tx.follow.findMany({
    where: { personId, endedAt: null },
    orderBy: { askedAt: 'desc' },
    take: 200,
    include: { issue: { select: { ref: true } } },
  })
  const follows: OwnFollow[] = []
  for (const row of rows) {
    const { id: followId, askedAt, confirmedAt, issue } = row
    const what = await wordsOfFollowed(tx, row, language)
    follows.push({ followId, what, ref: issue?.ref ?? null, askedAt, confirmedAt })
  }
  return follows
}
