import { translate } from '~/platform/words.server'
import { findPersonalText, redact } from '~/safeguards/lawfulness/special-category'
import type { Language } from '~/safeguards/vocabulary'
import { type FoundWords, SensitiveText } from './problems'

type Texts = Record<string, string>

/**
 * The texts as they will be kept. Where one may say something private, the person is asked first (GDPR 9, check L04): this
 * throws, and the page shows which words. With `black-out` those words make room for what kind of word stood there.
 */
export function settledTexts(texts: Texts, privacy: 'keep' | 'black-out' | undefined, language: Language): Texts {
  if (privacy === 'keep') return texts
  const found: FoundWords[] = []
  const blackedOut: Texts = {}
  for (const [field, text] of Object.entries(texts)) {
    const personal = findPersonalText(text)
    if (personal.length === 0) continue
    found.push(...personal.map(({ start, end, kind }) => ({ field, kind, words: text.slice(start, end) })))
    blackedOut[field] = redact(text, personal, (kind) => translate(language, `check.blacked-out.${kind}`))
  }
  if (found.length > 0 && privacy === undefined) throw new SensitiveText(found, blackedOut)
  return { ...texts, ...blackedOut }
}
