import { randomUUID } from 'node:crypto'
import { quadkeyOf } from '~/map/quadkey'
import type { Prisma } from '~/platform/db.server'
import { newReference } from '~/platform/tokens.server'

type Given = Partial<Omit<Prisma.IssueCreateManyInput, 'quadkey'>>

/** An issue on a corner of Testdam that nobody has closed yet; `given` says what is different about this one. */
export function anIssue(given: Given = {}): Prisma.IssueCreateManyInput & { id: string; ref: string } {
  const { lat = 52.3755, lng = 4.9, reportedAt = new Date('2026-11-20T09:00:00Z') } = given
  const closed = given.status === 'resolved' || given.status === 'not-resolved'
  return {
    id: randomUUID(),
    ref: newReference('TDM'),
    categoryKey: 'street-light',
    status: 'open',
    place: 'Kerkstraat',
    areaKey: 'north',
    reportCount: 1,
    reportedAt,
    updatedAt: reportedAt,
    dueAt: new Date('2026-12-03T00:00:00Z'),
    closedAt: closed ? new Date('2026-11-22T09:00:00Z') : null,
    ...given,
    lat,
    lng,
    quadkey: lat === null || lng === null ? null : quadkeyOf(lat, lng),
  } as Prisma.IssueCreateManyInput & { id: string; ref: string }
}

/** The first report of an issue, without a person behind it. */
export const aReport = (
  issueId: string,
  given: Partial<Prisma.ReportCreateManyInput> = {},
): Prisma.ReportCreateManyInput => ({
  issueId,
  channel: 'web',
  language: 'en',
  reportedAt: new Date('2026-11-20T09:00:00Z'),
  ...given,
})
