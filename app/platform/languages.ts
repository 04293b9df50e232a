/** The languages the platform speaks: how each calls itself, which way it is written, and whose dates and numbers it uses. */
const spoken = {
  en: { ownName: 'English', direction: 'ltr', locale: 'en-GB' },
  nl: { ownName: 'Nederlands', direction: 'ltr', locale: 'nl-NL' },
  es: { ownName: 'Español', direction: 'ltr', locale: 'es-ES' },
  // Western digits, as CLDR has it for Arabic without a country; said outright so that server and browser agree.
  ar: { ownName: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn' },
} as const satisfies Record<string, { ownName: string; direction: 'ltr' | 'rtl'; locale: string }>

type Spoken = keyof typeof spoken
const isSpoken = (language: string): language is Spoken => Object.hasOwn(spoken, language)

/** Every language there are words for; a town may offer fewer. */
export const spokenLanguages = Object.keys(spoken) as Spoken[]

/** Which way a text in this language runs. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return isSpoken(language) ? spoken[language].direction : 'ltr'
}

/** The language in its own script, so that whoever needs it can find it. */
export function ownNameOf(language: string): string {
  return isSpoken(language) ? spoken[language].ownName : language
}

/** How dates and numbers are written in this language. English writes "3 November", the same on server and browser. */
export function localeOf(language: string): string {
  return isSpoken(language) ? spoken[language].locale : language
}
