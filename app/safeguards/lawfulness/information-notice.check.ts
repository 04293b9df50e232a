import { defineCheck } from '../check'

/** L05. Nobody gives the town their data before they could read who uses it, why and for how long. */
export const informationNotice = defineCheck({
  id: 'L05',
  version: 1,
  name: 'check.L05.name',
  value: 'lawfulness',
  when: 'a person gives data about themselves',
  source: 'GDPR 13',
  appliesTo: ({ collectsFromPerson }) => collectsFromPerson === true,
  run({ activity, noticeShown }) {
    const notice = activity?.notice
    if (!notice) return { outcome: 'block', explanation: 'check.L05.no-notice' }
    if (!noticeShown) return { outcome: 'block', explanation: 'check.L05.not-shown' }
    const values = { version: notice.version, language: noticeShown.language }
    // The text changed while the form was open: the person reads the new one first.
    if (noticeShown.version !== notice.version) return { outcome: 'block', explanation: 'check.L05.outdated', values }
    if (!notice.languages.includes(noticeShown.language)) {
      return { outcome: 'warn', explanation: 'check.L05.language-missing', values }
    }
    return { outcome: 'pass', explanation: 'check.L05.shown', values }
  },
})
