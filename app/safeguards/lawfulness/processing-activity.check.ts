import { defineCheck } from '../check'

/** L01. No act without an entry in the register of processing activities that is valid at this moment. */
export const processingActivity = defineCheck({
  id: 'L01',
  version: 1,
  name: 'check.L01.name',
  value: 'lawfulness',
  when: 'before every recorded act',
  source: 'GDPR 30; Logboek Dataverwerkingen',
  appliesTo: () => true,
  run({ activity, now }) {
    if (!activity) return { outcome: 'block', explanation: 'check.L01.unknown' }
    const values = { activity: activity.id, version: activity.version }
    // Written so that a date that is not a date counts as "not valid".
    if (!(now >= activity.validFrom)) return { outcome: 'block', explanation: 'check.L01.not-yet', values }
    if (activity.validUntil && !(now < activity.validUntil))
      return { outcome: 'block', explanation: 'check.L01.ended', values }
    return { outcome: 'pass', explanation: 'check.L01.valid', values }
  },
})
