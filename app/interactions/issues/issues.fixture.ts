import { randomUUID } from 'node:crypto'
import { quadkeyOf } from '~/map/quadkey'
import type { Prisma } from '~/platform/db.server'
import { newReference } from '~/platform/tokens.server'
import { isClosed } from './issue'

type LaidOut = {
  categoryKey: string
  status: string
  place: string
  areaKey: string | null
  lat: number | null
  lng: number | null
  reportCount: number
  reportedAt: Date
  dueAt: Date | null
  closedAt: Date | null
  isHidden: boolean
}

/** An issue on a corner of Testdam that the town has not closed yet; `given` says what is different about this one. */
export function anIssue(given: Partial<LaidOut> = {}) {
  const usual: LaidOut = {
    categoryKey: 'street-light',
    status: 'open',
    place: 'Kerkstraat',
    areaKey: 'north',
    lat: 52.3755,
    lng: 4.9,
    reportCount: 1,
    reportedAt: new Date('2026-11-20T09:00:00Z'),
    dueAt: new Date('2026-12-03T00:00:00Z'),
    closedAt: isClosed(given.status ?? '') ? new Date('2026-11-22T09:00:00Z') : null,
    isHidden: false,
  }
  const issue = { ...usual, ...given }
  const { lat, lng, reportedAt } = issue
  const quadkey = lat === null || lng === null ? null : quadkeyOf(lat, lng)
  return { id: randomUUID(), ref: newReference('TDM'), ...issue, updatedAt: reportedAt, quadkey }
}

/** A report of an issue, without a person behind it. */
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
