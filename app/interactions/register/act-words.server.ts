import { translate, wordsFor } from '~/platform/words.server'

/** What an act is called in plain words; its bare name when the register no longer knows it. */
export function actInWords(language: string, kind: string): string {
  const key = `register.interaction.${kind}`
  return wordsFor(language, ['register'])[key] === undefined ? kind : translate(language, key)
}
