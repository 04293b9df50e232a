import { translate, type WordValues } from './words.server'
import { languageOf } from './words-language.server'

/** The title of a page in its reader's language, for the browser's tab and for search. */
export const titleFor = (request: Request, key: string, values: WordValues = {}): string =>
  translate(languageOf(request), key, values)
