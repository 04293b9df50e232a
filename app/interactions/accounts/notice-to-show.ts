import { activityOf } from '~/safeguards/lawfulness/processing-activities'

/** What a form needs to show its information notice. */
export type NoticeToShow = { activity: string; legalBasis: string; version: string }

/** The notice of a processing activity as it is in force now. */
export function noticeFor(id: string): NoticeToShow {
  const activity = activityOf(id)
  return { activity: id, legalBasis: activity?.legalBasis ?? '', version: activity?.notice?.version ?? '' }
}
