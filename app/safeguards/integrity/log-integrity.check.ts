import { defineCheck } from '../check'
import { isDecision } from '../lawfulness/reasoned-decision.check'

/**
 * I05. While the record of acts is not what was signed, the town decides nothing: nobody could show later what it rested
 * on. Reports and answers go on. Without knowing how the record stands, no decision either.
 */
export const logIntegrity = defineCheck({
  id: 'I05',
  version: 1,
  name: 'check.I05.name',
  value: 'integrity',
  when: 'a decision is recorded; the record itself every hour',
  source: 'RFC 6962',
  appliesTo: isDecision,
  run({ record }) {
    if (!record) return { outcome: 'block', explanation: 'check.I05.unknown' }
    if (record.trouble) return { outcome: 'block', explanation: `check.I05.${record.trouble}` }
    return { outcome: 'pass', explanation: 'check.I05.whole' }
  },
})
