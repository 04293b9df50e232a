import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atomFeed, type Feed } from './atom-feed'

const feed: Feed = {
  address: 'https://town.example/feeds/issues.atom?area=north&lang=en',
  page: 'https://town.example/issues?area=north',
  title: 'Issues in Testdam: North',
  language: 'en',
  author: 'Testdam',
  updated: new Date('2026-11-24T10:00:00Z'),
  entries: [
    {
      id: 'https://town.example/issues/TDM-7K4M-2QX',
      page: 'https://town.example/issues/TDM-7K4M-2QX',
      title: 'Street light on Kerkstraat',
      summary: 'Received. 1 person reports this.',
      published: new Date('2026-11-20T09:00:00Z'),
      updated: new Date('2026-11-24T10:00:00.123Z'),
      category: { term: 'street-light', label: 'Street light' },
    },
  ],
}

test('a feed holds what RFC 4287 asks for', () => {
  expect(atomFeed(feed)).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://town.example/feeds/issues.atom?area=north&amp;lang=en</id>
<title>Issues in Testdam: North</title>
<updated>2026-11-24T10:00:00Z</updated>
<author><name>Testdam</name></author>
<link rel="self" type="application/atom+xml" href="https://town.example/feeds/issues.atom?area=north&amp;lang=en"/>
<link rel="alternate" type="text/html" href="https://town.example/issues?area=north"/>
<generator>Meent</generator>
<entry>
<id>https://town.example/issues/TDM-7K4M-2QX</id>
<title>Street light on Kerkstraat</title>
<link rel="alternate" type="text/html" href="https://town.example/issues/TDM-7K4M-2QX"/>
<published>2026-11-20T09:00:00Z</published>
<updated>2026-11-24T10:00:00Z</updated>
<category term="street-light" label="Street light"/>
<summary type="text">Received. 1 person reports this.</summary>
</entry>
</feed>
`)
})

// Any 16 bits, halves of characters and control characters among them.
const anything = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))

test('whatever a resident wrote, the feed stays XML', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const xml = atomFeed({
        ...feed,
        title: text,
        entries: feed.entries.map((entry) => ({ ...entry, summary: text })),
      })
      // No sign that XML 1.0 does not allow, no half character, and no tag or entity but our own.
      expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
      expect(xml.match(/<\/?[a-z?]+/g)).toEqual(atomFeed(feed).match(/<\/?[a-z?]+/g))
      expect(xml.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&')
    }),
    { numRuns: 60 },
  )
})
