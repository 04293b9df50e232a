/** What a category is called in the reader's language; else in English; else as the town called it first. */
export function nameOfCategory(names: unknown, language: string): string {
  const byLanguage = typeof names === 'object' && names !== null ? (names as Record<string, unknown>) : {}
  const found = [byLanguage[language], byLanguage.en, ...Object.values(byLanguage)].find((name) => name)
  return typeof found === 'string' ? found : ''
}
