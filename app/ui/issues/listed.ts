import type { ListedIssue } from './issue-list'

/** Only what a list shows: everything a loader returns travels to the browser a second time. */
export const listed = ({
  ref,
  category,
  place,
  area,
  reportCount,
  status,
  reportedAt,
  dueAt,
  closedAt,
  plannedFor,
}: ListedIssue): ListedIssue => ({
  ref,
  category,
  place,
  area,
  reportCount,
  status,
  reportedAt,
  dueAt,
  closedAt,
  plannedFor,
})
