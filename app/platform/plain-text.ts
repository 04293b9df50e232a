// NUL, which PostgreSQL does not keep; other controls but tab and line break; halves of a sign; and the marks that turn the
// direction of everything after them, with which a text can pretend to say something else.
const unwanted = /(?![\t\n])\p{Cc}|\p{Surrogate}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu

/** A text as it is kept: one spelling per letter, plain line breaks, nothing invisible that would change its neighbours. */
export const plainText = (typed: string): string =>
  typed.replace(/\r\n?/g, '\n').replace(unwanted, '').normalize('NFC').trim()

/** The same for what stands on one line, such as a name. */
export const plainLine = (typed: string): string => plainText(typed).replace(/\s+/gu, ' ')
