import { describe, expect, test } from 'vitest'
import { type ActEntry, entryText, entryTime, NotAnEntry, readEntry } from './entry'
import { encodeEntry, leafHashOf } from './entry.server'

const act: ActEntry = {
  v: 1,
  id: '0b9c1f2e-6a0d-4b7e-9c55-0f6f1f6f2a11',
  k: 'issue.report',
  t: '2026-03-02T10:00:00Z',
  role: 'resident',
  who: 'TdYqhTzJUNPAiBui1T-4PoWPfiuq9LuAd4gjqqUVrC4',
  obj: { type: 'issue', ref: 'BOS-7Q2K' },
  why: 'maintain-public-space',
  data: {
    outcome: 'done',
    checks: [{ id: 'L01', v: 1, outcome: 'pass' }],
    ict_role: 'instrumental',
    phase: 'co-deliver',
    channel: 'web',
    language: 'nl',
    activity: 1,
    trace: '4bf92f3577b34da6a3ce929d0e0e4736',
    facts: { category: 'street-light', is_me_too: false, photos: 2 },
  },
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

test('an entry has one text, and its leaf hash is what an independent program computes', () => {
  const { bytes, leafHash } = encodeEntry(act)
  expect(new TextDecoder().decode(bytes)).toBe(
    '{"data":{"activity":1,"channel":"web","checks":[{"id":"L01","outcome":"pass","v":1}],"facts":{"category":"street-light","is_me_too":false,"photos":2},"ict_role":"instrumental","language":"nl","outcome":"done","phase":"co-deliver","trace":"4bf92f3577b34da6a3ce929d0e0e4736"},"id":"0b9c1f2e-6a0d-4b7e-9c55-0f6f1f6f2a11","k":"issue.report","obj":{"ref":"BOS-7Q2K","type":"issue"},"role":"resident","t":"2026-03-02T10:00:00Z","v":1,"who":"TdYqhTzJUNPAiBui1T-4PoWPfiuq9LuAd4gjqqUVrC4","why":"maintain-public-space"}',
  )
  expect(hex(leafHash)).toBe('c5a9ca4fadd1802b35afb52a3945c9157745c810266fbbd4be1e0a4a5922721f')
})

test('the leaf hash of RFC 6962: the letter a', () => {
  expect(hex(leafHashOf(new TextEncoder().encode('a')))).toBe(
    '022a6979e6dab7aa5ae4c3e5e45f7e977112a7e63593820dbec1ec738a24f93c',
  )
})

test('what was written is read back, and one changed letter is refused', () => {
  expect(readEntry(entryText(act))).toEqual(act)
  expect(() => readEntry(entryText(act).replace('"v":1,"who"', '"v":2,"who"'))).toThrow(NotAnEntry)
})

test('time is written in whole seconds', () => {
  expect(entryTime(new Date('2026-03-02T10:00:00.999Z'))).toBe('2026-03-02T10:00:00Z')
})

describe('an entry that is not exactly of its kind is refused', () => {
  const withContent = (changed: object) => ({ data: { ...act.data, ...changed } })
  test.each<[string, object]>([
    ['a field that nobody knows', { mail: 'x' }],
    ['a field inside that nobody knows', withContent({ area: 'roxbury' })],
    ['another version', { v: 2 }],
    ['an id that is no UUIDv4', { id: '0b9c1f2e-6a0d-1b7e-9c55-0f6f1f6f2a11' }],
    ['a kind without a verb', { k: 'issue' }],
    ['a time with fractions', { t: '2026-03-02T10:00:00.5Z' }],
    ['a day that does not exist', { t: '2026-02-30T10:00:00Z' }],
    ['a role that nobody has', { role: 'king' }],
    ['a person in clear', { who: 'anna@example.org' }],
    ['personal data in clear', { pii: { mail: 'anna@example.org' } }],
    ['an object without a reference', { obj: { type: 'issue' } }],
    ['an object with more', { obj: { type: 'issue', ref: 'B', name: 'x' } }],
    ['a reason that is a sentence', { why: 'Because I say so' }],
    ['no content', { data: undefined }],
    ['an outcome that nobody knows', withContent({ outcome: 'maybe' })],
    ['a check with an explanation', withContent({ checks: [{ id: 'L01', v: 1, outcome: 'pass', explanation: 'x' }] })],
    ['a trace that is no trace', withContent({ trace: 'abc' })],
    ['a fact that is a text', withContent({ facts: { text: 'x'.repeat(201) } })],
    ['a fact that is half a number', withContent({ facts: { lat: 42.36 } })],
    ['a fact that is an object', withContent({ facts: { a: { b: 1 } } })],
    ['an earlier entry without its hash', { in: [{ i: 1 }] }],
    ['an earlier entry before the first', { in: [{ i: -1, h: 'a'.repeat(43) }] }],
    ['a kind of our own with the content of an act', { k: 'erasure.done' }],
  ])('%s', (_, changed) => {
    expect(() => entryText({ ...act, ...changed } as never)).toThrow(NotAnEntry)
  })

  test('a fact with a name that is not plain', () => {
    expect(() => entryText({ ...act, data: { ...act.data, facts: { isMeToo: true } } })).toThrow(
      'a name that is not plain lower case',
    )
  })

  test.each(['v', 'id', 'k', 't', 'role', 'why', 'data'] as const)('%s is missing', (field) => {
    const { [field]: _, ...rest } = act
    expect(() => entryText(rest as never)).toThrow(`entry.${field} is missing`)
  })
})

test('erasure and a change of keys have contents of their own', () => {
  const { data: _, obj: __, ...rest } = act
  const ground = 'gdpr-17-1-b'
  expect(() => entryText({ ...rest, k: 'erasure.done', data: { entries: [3, 9], ground } } as never)).not.toThrow()
  expect(() =>
    entryText({ ...rest, k: 'erasure.done', data: { entries: [3, 9], ground, name: 'x' } } as never),
  ).toThrow(NotAnEntry)
  expect(() => entryText({ ...rest, k: 'key.rotate', data: { old_key: 'a', new_key: 'b' } } as never)).not.toThrow()
  expect(() => entryText({ ...rest, k: 'key.rotate', data: { old_key: 'a' } } as never)).toThrow(
    'data.new_key is missing',
  )
})

test('an entry of more than 8,192 bytes is refused, one of exactly that size is not', () => {
  const links = (count: number, ref: string): ActEntry => ({
    ...act,
    obj: { type: 'issue', ref },
    in: Array.from({ length: count }, () => ({ i: 1, h: 'a'.repeat(43) })),
  })
  const size = (count: number, ref: string) => encodeEntry(links(count, ref)).bytes.length
  const room = 8_192 - size(131, 'B')
  expect(room).toBeGreaterThan(0)
  expect(room).toBeLessThan(199)
  expect(size(131, 'B'.repeat(room + 1))).toBe(8_192)
  expect(() => size(131, 'B'.repeat(room + 2))).toThrow('larger than 8,192 bytes')
})
