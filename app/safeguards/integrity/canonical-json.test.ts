import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, NotCanonical, readCanonicalJson } from './canonical-json'
import published from './vectors/jcs.json'

const bytesOf = (base64: string) => Buffer.from(base64, 'base64').toString()

describe('the published files of RFC 8785', () => {
  test.each(published.cases.map(({ name, input }) => [name, input] as const))(
    '%s breaks one of our stricter rules and is refused',
    (_, input) => {
      expect(() => canonicalJson(JSON.parse(input))).toThrow(NotCanonical)
    },
  )

  test('what our rules allow comes out byte for byte', () => {
    const values = published.cases.find(({ name }) => name === 'values')
    const parsed = JSON.parse(values?.input ?? '')
    expect(bytesOf(values?.output_b64 ?? '')).toContain(`"string":${canonicalJson(parsed.string)}`)
    expect(canonicalJson({ string: parsed.string })).toBe('{"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
    const unicode = published.cases.find(({ name }) => name === 'unicode')
    expect(bytesOf(unicode?.output_b64 ?? '')).toContain(
      canonicalJson(Object.values(JSON.parse(unicode?.input ?? ''))[0]),
    )
    const weird = published.cases.find(({ name }) => name === 'weird')
    for (const value of Object.values(JSON.parse(weird?.input ?? '')))
      expect(bytesOf(weird?.output_b64 ?? '')).toContain(canonicalJson(value))
  })

  test('a whole number is written as published, any other number is refused', () => {
    const file = readFileSync(new URL('./vectors/jcs-es6-numbers-1000.txt', import.meta.url), 'utf8')
    expect(createHash('sha256').update(file).digest('hex')).toBe(
      'be18b62b6f69cdab33a7e0dae0d9cfa869fda80ddc712221570f9f40a5878687',
    )
    let whole = 0
    for (const line of file.trim().split('\n')) {
      const [bits, expected] = line.split(',')
      const number = Buffer.from((bits ?? '').padStart(16, '0'), 'hex').readDoubleBE()
      if (Number.isSafeInteger(number)) {
        whole++
        expect(canonicalJson(number)).toBe(expected)
      } else expect(() => canonicalJson(number)).toThrow(NotCanonical)
    }
    expect(whole).toBeGreaterThan(5)
  })
})

test('names are sorted, whatever order they were given in', () => {
  expect(canonicalJson({ b: 1, a_2: [true, 'x'], a1: { z: 0, y: -5 } })).toBe(
    '{"a1":{"y":-5,"z":0},"a_2":[true,"x"],"b":1}',
  )
})

test('letters are kept as they were typed: a composed and a decomposed letter stay different', () => {
  expect(canonicalJson('A\u030a')).not.toBe(canonicalJson('\u00c5'))
})

const refused: [string, unknown][] = [
  ['nothing', null],
  ['nothing inside', { a: null }],
  ['undefined', undefined],
  ['undefined inside', { a: undefined }],
  ['a hole in a list', new Array(2)],
  ['half a number', 0.5],
  ['a number too large', 2 ** 53],
  ['a number too small', -(2 ** 53)],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a big integer', 1n],
  ['half a character', 'a\ud800'],
  ['the other half', '\udc00a'],
  ['a name with a capital', { aB: 1 }],
  ['a name that begins with a digit', { '1a': 1 }],
  ['a name that begins with an underscore', JSON.parse('{"__proto__":1}')],
  ['an empty name', { '': 1 }],
  ['a name with half a character', { 'a\ud800': 1 }],
  ['a date', new Date(0)],
  ['bytes', new Uint8Array(2)],
  ['a map', new Map()],
  ['a function', () => 1],
  ['a symbol', Symbol('x')],
]

test.each(refused)('%s cannot be written', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(NotCanonical)
})

test('a value that contains itself is refused, not followed for ever', () => {
  const loop: Record<string, unknown> = {}
  loop.again = loop
  expect(() => canonicalJson(loop)).toThrow('nested too deeply')
})

test.each([
  ['a space', '{"a": 1}'],
  ['another order', '{"b":1,"a":1}'],
  ['a name twice', '{"a":1,"a":1}'],
  ['a number that loses digits', '{"a":9007199254740993}'],
  ['a whole number with a point', '{"a":1.0}'],
  ['minus nought', '{"a":-0}'],
  ['an exponent', '{"a":1e3}'],
  ['an escape that was not needed', '{"a":"\\u0041"}'],
  ['a slash with an escape', '{"a":"\\/"}'],
  ['a line end behind it', '{"a":1}\n'],
  ['a mark before it', '\ufeff{"a":1}'],
  ['not JSON', '{a:1}'],
])('text with %s is refused when it is read back', (_, text) => {
  expect(() => readCanonicalJson(text)).toThrow(NotCanonical)
})

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 5 }),
  ),
}))

test('whatever can be written is read back as it was, in one way only', () => {
  fc.assert(
    fc.property(tree, (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(readCanonicalJson(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('the order in which names were put in makes no difference', () => {
  fc.assert(
    fc.property(fc.dictionary(name, tree, { maxKeys: 8 }), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(turned)).toBe(canonicalJson(value))
    }),
  )
})
