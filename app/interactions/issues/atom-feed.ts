/** A feed as RFC 4287 wants it: what a feed reader shows, and nothing about who reads it. */
export type Feed = {
  /** Where this very feed is found; it is the feed's name as well. */
  address: string
  /** The page that says the same. */
  page: string
  title: string
  subtitle?: string
  language: string
  author: string
  updated: Date
  entries: readonly FeedEntry[]
}

export type FeedEntry = {
  /** Never changes, whatever happens to the title. */
  id: string
  page: string
  title: string
  summary: string
  published: Date
  updated: Date
  category?: { term: string; label: string }
}

/** The feed as XML. */
export function atomFeed({ address, page, title, subtitle, language, author, updated, entries }: Feed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `<id>${escaped(address)}</id>`,
    `<title>${escaped(title)}</title>`,
    subtitle && `<subtitle>${escaped(subtitle)}</subtitle>`,
    `<updated>${moment(updated)}</updated>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(address)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    '<generator>Meent</generator>',
    ...entries.map(entryLines),
    '</feed>',
  ]
  return `${lines.filter(Boolean).join('\n')}\n`
}

function entryLines({ id, page, title, summary, published, updated, category }: FeedEntry): string {
  const lines = [
    '<entry>',
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    `<published>${moment(published)}</published>`,
    `<updated>${moment(updated)}</updated>`,
    category && `<category term="${escaped(category.term)}" label="${escaped(category.label)}"/>`,
    `<summary type="text">${escaped(summary)}</summary>`,
    '</entry>',
  ]
  return lines.filter(Boolean).join('\n')
}

const moment = (at: Date) => `${at.toISOString().slice(0, 19)}Z`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// XML 1.0 has no place at all for most control characters and for halves of a character: they would break the whole feed.
const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
