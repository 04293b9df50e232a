import fc from 'fast-check'
import { expect, test } from 'vitest'
import { end, field, file, post, trickle } from './multipart.fixture'
import { FormTooBig, formLimits, readForm } from './multipart.server'

test('fields and files arrive in order, a name may repeat, and letters of every script stay whole', async () => {
  const body = [
    field('description', 'Losse stoeptegel\r\nvoor nº 4, قارب 🦢'),
    field('answer.kind', 'tile'),
    field('answer.kind', 'kerb'),
    file('photos', 'foto één.jpg', '\u00ff\r\n--not the boundary\r\n'),
    field('contact', ''),
  ]
  expect(await readForm(post({ body: body.join('') + end }))).toEqual({
    fields: [
      ['description', 'Losse stoeptegel\r\nvoor nº 4, قارب 🦢'],
      ['answer.kind', 'tile'],
      ['answer.kind', 'kerb'],
      ['contact', ''],
    ],
    files: [
      {
        field: 'photos',
        name: 'foto één.jpg',
        type: 'image/jpeg',
        bytes: Buffer.from('\u00ff\r\n--not the boundary\r\n'),
      },
    ],
  })
})

test('a form as the platform itself writes it is read alike', async () => {
  const form = new FormData()
  form.append('quoted "name"', 'a\nb')
  form.append(
    'photos',
    new File([Buffer.from([0, 1, 2, 253, 254, 255])], 'C:\\Users\\mia\\"best" photo.png', { type: 'image/png' }),
  )
  const { fields, files } = await readForm(new Request('https://town.example/', { method: 'POST', body: form }))
  expect(fields).toEqual([['quoted "name"', 'a\r\nb']])
  expect(files).toEqual([
    { field: 'photos', name: '"best" photo.png', type: 'image/png', bytes: Buffer.from([0, 1, 2, 253, 254, 255]) },
  ])
})

test('it makes no difference in what pieces a form arrives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 4 }),
      fc.integer({ min: 1, max: 90 }),
      async (contents, size) => {
        const body = Buffer.concat([
          ...contents.map((content) =>
            Buffer.concat([Buffer.from(file('f', 'x.bin', '').slice(0, -2)), content, Buffer.from('\r\n')]),
          ),
          Buffer.from(field('last', '--\r\n--') + end),
        ])
        const { fields, files } = await readForm(post({ body: trickle(body, size).body }))
        expect(fields).toEqual([['last', '--\r\n--']])
        expect(files.map(({ bytes }) => [...bytes])).toEqual(contents.map((content) => [...content]))
      },
    ),
    { numRuns: 60 },
  )
})

test('a file field that was left empty is no file; an empty file is one, and is for the photo check to refuse', async () => {
  const { files } = await readForm(
    post({ body: file('photos', '', '', 'application/octet-stream') + file('photos', 'a.jpg', '') + end }),
  )
  expect(files).toEqual([{ field: 'photos', name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.alloc(0) }])
})

test('a form that says it is 13 MB is refused before any of it is looked at', async () => {
  const { body } = trickle(Buffer.from(field('a', 'b') + end), 1000)
  const sent = post({ body, headers: { 'content-length': String(13 * 1024 * 1024) } })
  await expect(readForm(sent)).rejects.toMatchObject({ status: 413, kept: {} })
})

test('a form that does not say how long it is is cut off at 12 MB, however long it goes on', async () => {
  const parts = [
    file('a', 'a.jpg', 'x'.repeat(6_000_000)),
    file('b', 'b.jpg', 'x'.repeat(6_000_000)),
    file('c', 'c.jpg', 'x'.repeat(6_000_000)),
  ]
  const { body, taken } = trickle(Buffer.from(parts.join('') + end), 65_536)
  await expect(readForm(post({ body }))).rejects.toMatchObject({ status: 413, values: { megabytes: 12 } })
  // The rest is discarded in the meantime, so some pieces more may have been taken when we look.
  expect(taken.bytes).toBeLessThan(14 * 1024 * 1024)
})

test('one file over 10 MB, one field over 32 kB, and many fields over 64 kB together are refused', async () => {
  const limit = formLimits.fileBytes
  expect((await readForm(post({ body: file('a', 'a.jpg', 'x'.repeat(limit)) + end }))).files[0]?.bytes).toHaveLength(
    limit,
  )
  await expect(readForm(post({ body: file('a', 'a.jpg', 'x'.repeat(limit + 1)) + end }))).rejects.toThrow(FormTooBig)
  await expect(readForm(post({ body: field('a', 'x'.repeat(32_769)) + end }))).rejects.toThrow(FormTooBig)
  const three = [field('a', 'x'.repeat(30_000)), field('b', 'x'.repeat(30_000)), field('c', 'x'.repeat(30_000))]
  await expect(readForm(post({ body: three.join('') + end }))).rejects.toThrow(FormTooBig)
  await expect(readForm(post({ body: file('a', 'a.jpg', 'x').repeat(7) + end }))).rejects.toThrow(FormTooBig)
})

test('when a photo is too big, what was typed before it is kept, but no password, code or token', async () => {
  const body = [
    field('description', 'a broken lamp'),
    field('answer.kind', 'lamp'),
    field('answer.kind', 'pole'),
    field('password', 'four swans on a pond'),
    field('followToken', 'xyz'),
    file('photos', 'a.jpg', 'x'.repeat(formLimits.fileBytes + 1)),
  ]
  await expect(readForm(post({ body: body.join('') + end }))).rejects.toMatchObject({
    kept: { description: 'a broken lamp', 'answer.kind': ['lamp', 'pole'] },
  })
})
