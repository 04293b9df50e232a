import { spawnSync } from 'node:child_process'
import sharp from 'sharp'
import { expect, test } from 'vitest'

/** What the worker says when it is handed something that its caller would have stopped. */
function saidBy(kind: string, input: Buffer) {
  const { stdout, status } = spawnSync(process.execPath, ['app/platform/photo-worker.js', kind], { input })
  const headEnd = 10 + stdout.readUInt32BE(6)
  return { status, ready: stdout.toString('latin1', 0, 6), head: JSON.parse(stdout.toString('utf8', 10, headEnd)) }
}
const refused = (refusal: string) => ({ status: 0, ready: 'ready\n', head: { refusal } })
const create = { width: 20, height: 10, channels: 3, background: '#778899' } as const

test('no decoder opens an SVG, a GIF, a TIFF or an AVIF, even if the first look let it through', async () => {
  const picture = sharp({ create })
  const others = [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>'),
    await picture.gif().toBuffer(),
    await picture.tiff().toBuffer(),
    await picture.avif().toBuffer(),
  ]
  for (const other of others) expect(saidBy('jpeg', other)).toEqual(refused('broken'))
})

test('a picture of another kind than its first bytes said is refused', async () => {
  const png = await sharp({ create }).png().toBuffer()
  expect(saidBy('jpeg', png)).toEqual(refused('kind'))
  expect(saidBy('png', png)).toMatchObject({ status: 0, head: { width: 20, height: 10 } })
})

test('nothing at all is refused and is no crash', () => {
  expect(saidBy('png', Buffer.alloc(0))).toEqual(refused('broken'))
})
