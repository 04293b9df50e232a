// Making a format costs fifty times using it, and a page of twenty dates asks for sixty of them.
const kept = new Map<string, unknown>()
// A handful of locales, one or two time zones, some ten ways to write a date.
const mostKept = 500

function keptOr<Format>(key: string, make: () => Format): Format {
  const known = kept.get(key)
  if (known) return known as Format
  if (kept.size >= mostKept) kept.clear()
  const made = make()
  kept.set(key, made)
  return made
}

/** Formats of Intl, each made once: what they are is what the constructors of the same names take. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions) =>
  keptOr(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))

export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}) =>
  keptOr(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options))

export const listFormat = (locale: string, options: Intl.ListFormatOptions = {}) =>
  keptOr(`list ${locale} ${JSON.stringify(options)}`, () => new Intl.ListFormat(locale, options))

export const relativeFormat = (locale: string) =>
  keptOr(`relative ${locale}`, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
