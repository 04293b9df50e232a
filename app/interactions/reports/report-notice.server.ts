import type { Tx } from '~/platform/db.server'
import { activityOf, noticeOf } from '~/safeguards/lawfulness/processing-activities'
import { isLanguage, type Language, languages } from '~/safeguards/vocabulary'
import { townOf } from '../town/town.server'

/** The languages in which the town writes letters: its own first, then every other one there are words for. */
export async function lettersIn(tx: Tx): Promise<Language[]> {
  const { languages: own } = await townOf(tx)
  return [...new Set([...own.filter(isLanguage), ...languages])]
}

/** What people are told about the use of their data when they report: keys into the words, and the version. */
export function reportNotice() {
  const activity = activityOf('maintain-public-space')
  if (!activity?.notice) throw new Error('Reports are not in the register of processing activities.')
  return { version: activity.notice.version, parts: noticeOf(activity) }
}
