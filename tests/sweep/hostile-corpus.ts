const bomb = Array.from({ length: 200 }).reduce<unknown>((inner) => ({ a: inner }), 'deep')

/** What somebody may send where a form asks for something else; with what it is, for the message of a test. */
export const hostile: readonly [what: string, value: unknown][] = [
  ['a script', '<script>alert(1)</script>'],
  ['an image that acts', '"><img src=x onerror=alert(1)>'],
  ['SQL', "'); DROP TABLE issue; --"],
  ['a template', '{{7*7}} \u0024{7*7} {count, plural, one {#} other {#}}'],
  ['NUL and its kin', 'a\u0000b\u0007c\u001b[31md'],
  ['half a sign', 'broken \ud800 half'],
  ['a turned direction', 'abc\u202egnp.exe\u202c\u2066x\u2069'],
  ['a hundred thousand characters', 'x'.repeat(100_000)],
  ['a pattern that makes slow', `${'a'.repeat(50_000)}!@${'.a'.repeat(5000)}`],
  ['many spaces', `${' '.repeat(50_000)}x`],
  ['a family', '👩‍👩‍👧‍👦 🏳️‍🌈 e\u0301'],
  ['a way up', '../../../../etc/passwd\u0000.png'],
  ['more headers', 'a@b.example\r\nBcc: everybody@residents.example\r\n\r\n<b>x</b>'],
  ['a formula', '=HYPERLINK("https://evil.example","x")'],
  ['a prototype', '__proto__'],
  ['nothing', ''],
  ['a day that is none', '9999-99-99'],
  ['a number out of range', '99999999999999999999'],
  ['a number below zero', '-1'],
  ['no number', 'NaN'],
  ['a number as such', Number.NaN],
  ['an endless number', Number.POSITIVE_INFINITY],
  ['a list', ['one', 'two', '<script>']],
  ['an operator', { not: '' }],
  ['a raw part of a query', { strings: ['1=1'], values: [] }],
  ['a key of all objects', JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}')],
  ['something deep', bomb],
  ['null', null],
]

const short = [
  'NUL and its kin',
  'half a sign',
  'a hundred thousand characters',
  'a day that is none',
  'a number out of range',
]

/** For what only reads: what a database or a parser could choke on. */
export const hostileToRead = hostile.filter(([what, value]) => short.includes(what) || typeof value === 'object')
