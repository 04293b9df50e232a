import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundary, end, field, file, part, post, trickle } from './multipart.fixture'
import { FormUnreadable, readForm } from './multipart.server'

test('a million fields are refused after sixty', async () => {
  const one = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
  const { body, taken } = trickle(Buffer.from(one.repeat(1_000_000)), 1024)
  await expect(readForm(post({ body, contentType: 'multipart/form-data; boundary=x' }))).rejects.toThrow(FormUnreadable)
  expect(taken.bytes).toBeLessThan(50_000)
})

test('a file that arrives byte by byte takes hardly more memory than the file', async () => {
  const bytes = Buffer.from(file('a', 'a.jpg', 'x'.repeat(400_000)) + end)
  const before = process.memoryUsage().arrayBuffers
  const { files } = await readForm(post({ body: trickle(bytes, 1).body }))
  expect(files[0]?.bytes).toHaveLength(400_000)
  expect(files[0]?.bytes.buffer.byteLength).toBeLessThan(1_100_000)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
})

test('a form that is cut off anywhere is refused and never half believed', async () => {
  const whole = Buffer.from(`${field('a', 'first') + file('b', 'b.jpg', 'second')}--${boundary}--`)
  for (let length = 0; length < whole.length; length++) {
    await expect(
      readForm(post({ body: trickle(whole.subarray(0, length), 1000).body })),
      String(length),
    ).rejects.toThrow(FormUnreadable)
  }
  expect((await readForm(post({ body: whole }))).files).toHaveLength(1)
})

test('a connection that breaks while the form arrives is an error of the connection', async () => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(field('a', 'first'))),
    pull: (controller) => controller.error(new Error('connection reset')),
  })
  await expect(readForm(post({ body }))).rejects.toThrow('connection reset')
})

test('a form without a boundary, or of another kind, is refused', async () => {
  const types = [
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'x'.repeat(71)}`,
    'multipart/form-data; boundary="a\\"b"',
    `multipart/mixed; boundary=${boundary}`,
    'text/plain',
  ]
  for (const contentType of types) {
    await expect(readForm(post({ body: field('a', 'b') + end, contentType })), contentType).rejects.toThrow(
      FormUnreadable,
    )
  }
  expect(
    (
      await readForm(
        post({
          body: field('a', 'b') + end,
          contentType: `Multipart/Form-Data; charset=utf-8; boundary="${boundary}"`,
        }),
      )
    ).fields,
  ).toEqual([['a', 'b']])
  await expect(readForm(post({ body: '' }))).rejects.toThrow(FormUnreadable)
})

const oddHeads: [string, string][] = [
  ['no name', 'Content-Disposition: form-data'],
  ['an empty name', 'Content-Disposition: form-data; name=""'],
  ['a name of 101 letters', `Content-Disposition: form-data; name="${'n'.repeat(101)}"`],
  ['two names', 'Content-Disposition: form-data; name="a"; name="b"'],
  ['two dispositions', 'Content-Disposition: form-data; name="a"\r\nContent-Disposition: form-data; name="b"'],
  ['another disposition', 'Content-Disposition: attachment; name="a"; filename="x.jpg"'],
  ['a second kind of file name', 'Content-Disposition: form-data; name="a"; filename*=UTF-8\'\'x.jpg'],
  ['a control character in the name', 'Content-Disposition: form-data; name="a\u0007"'],
  ['a NUL in the file name', 'Content-Disposition: form-data; name="a"; filename="x.php\u0000.jpg"'],
  [
    'a form within the form',
    'Content-Disposition: form-data; name="a"\r\nContent-Type: multipart/mixed; boundary=inner',
  ],
  ['a transfer encoding', 'Content-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64'],
  ['a folded line', 'Content-Disposition: form-data;\r\n name="a"'],
  ['a line that is no header', 'Content-Disposition: form-data; name="a"\r\nhello'],
  ['no lines at all', ''],
  ['a head of 3 kB', `Content-Disposition: form-data; name="a"\r\nX-Long: ${'x'.repeat(3000)}`],
]

test.each(oddHeads)('a part with %s is refused', async (_, head) => {
  await expect(readForm(post({ body: part(head, 'content') + end }))).rejects.toThrow(FormUnreadable)
})

test('a head that never ends is refused at 2 kB', async () => {
  const { body, taken } = trickle(Buffer.from(`--${boundary}\r\nX: ${'x'.repeat(5_000_000)}`), 1024)
  await expect(readForm(post({ body }))).rejects.toThrow(FormUnreadable)
  expect(taken.bytes).toBeLessThan(50_000)
})

test('text before the first part, or after a boundary, is refused', async () => {
  await expect(readForm(post({ body: `preamble\r\n${field('a', 'b')}${end}` }))).rejects.toThrow(FormUnreadable)
  await expect(readForm(post({ body: `--${boundary}extra\r\n\r\n${end}` }))).rejects.toThrow(FormUnreadable)
})

test('a text that is not UTF-8, or holds a NUL, is refused', async () => {
  for (const bytes of [Buffer.of(0xff, 0xfe), Buffer.of(0xc3), Buffer.from('a\0b')]) {
    const body = Buffer.concat([Buffer.from(field('a', '').slice(0, -2)), bytes, Buffer.from(`\r\n${end}`)])
    await expect(readForm(post({ body }))).rejects.toThrow(FormUnreadable)
  }
})

test('names that could reach into objects arrive as plain text', async () => {
  const { fields } = await readForm(post({ body: field('__proto__', 'x') + field('constructor', 'y') + end }))
  expect(fields).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})

test('no random body makes anything but a form or a refusal', async () => {
  const piece = fc.constantFrom(
    '\r\n',
    '--',
    `--${boundary}`,
    'Content-Disposition: form-data; name="a"',
    ': ',
    'x',
    '\0',
    '"',
    ';',
    ' ',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const outcome = await readForm(post({ body: pieces.join('') })).catch((error: unknown) => error)
      expect(outcome instanceof FormUnreadable || (outcome as { fields?: unknown }).fields).toBeTruthy()
    }),
    { numRuns: 300 },
  )
})
