import { InvalidInput } from '~/platform/problems'
import { findPersonalText } from '~/safeguards/lawfulness/special-category'

/**
 * Stops a text that may say something private about a person before it is published, once: its writer takes the words out
 * or says that they stay. The check of the door (L04) then keeps which of the two it was.
 */
export function heedSensitiveText(texts: Record<string, string>, isKept: boolean) {
  const flagged = Object.entries(texts).filter(([, text]) => findPersonalText(text).length > 0)
  if (flagged.length > 0 && !isKept) {
    throw new InvalidInput(Object.fromEntries(flagged.map(([field]) => [field, 'desk.field.sensitive'])))
  }
  return { freeText: texts, keptSensitiveText: isKept }
}
