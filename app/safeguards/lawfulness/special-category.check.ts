import { defineCheck } from '../check'
import { findPersonalText } from './special-category'

/**
 * L04. Free text is looked through for words about somebody's health, faith or the like, and for numbers that point to a
 * person. It never stops a resident: it warns, and the form offers to black the words out.
 */
export const specialCategory = defineCheck({
  id: 'L04',
  version: 1,
  name: 'check.L04.name',
  value: 'lawfulness',
  when: 'free text is about to be published or kept',
  source: 'GDPR 9',
  appliesTo: ({ freeText }) => freeText !== undefined,
  run({ freeText = {}, keptSensitiveText }) {
    const count = Object.values(freeText).reduce((sum, text) => sum + findPersonalText(text).length, 0)
    if (count === 0) return { outcome: 'pass', explanation: 'check.L04.nothing-found' }
    // Only how many: which kind of word stood in the text would itself say something about a person.
    return { outcome: 'warn', explanation: keptSensitiveText ? 'check.L04.kept' : 'check.L04.found', values: { count } }
  },
})
