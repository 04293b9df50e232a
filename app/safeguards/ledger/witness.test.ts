import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cosignaturesOf } from './cosignature'
import { isSame } from './merkle'
import { checkSignature, sha256 } from './node-crypto.server'
import { readVerifierKey, signatureType, splitNote, verifierKeyText } from './signed-note'
import { logInMemory, logKey, witnessKey } from './signers.fixture'
import { bytesOfHex, vectorsOf } from './vectors.fixture'
import { addCheckpoint, type Seen, type Witness } from './witness'
import { readWitnessRequest, witnessRequestText } from './witness-request'

const at = new Date('2026-11-25T12:00:00Z')
const bytesOf = (text: string) => new TextEncoder().encode(text)
const own = witnessKey('example.com/witness')
const watching = (...logs: Witness['logs'][number][]): Witness => ({
  sha256,
  check: checkSignature,
  logs,
  cosign: own.cosign,
})

// A witness with its memory, as the program around the rules keeps it.
function remembering(witness: Witness) {
  const seen = new Map<string, Seen>()
  return {
    seen,
    async ask(body: Uint8Array) {
      const outcome = await addCheckpoint(witness, (origin) => seen.get(origin) ?? null, { body, at })
      if (outcome.seen) seen.set(outcome.seen.origin, outcome.seen)
      return outcome.answer
    },
  }
}

const vectors = vectorsOf<{
  origin: string
  log_public_key_hex: string
  requests: { body: string; status: number; source_asserts: string[] }[]
}>('witness-add-checkpoint')

test('the published requests get the published answers', async () => {
  const publicKey = bytesOfHex(vectors.log_public_key_hex)
  const key = readVerifierKey(sha256, verifierKeyText(sha256, vectors.origin, signatureType.ed25519, publicKey))
  const { ask, seen } = remembering(watching(key))
  expect(vectors.requests).toHaveLength(9)
  for (const { body, status, source_asserts } of vectors.requests) {
    const answer = await ask(bytesOf(body))
    expect(answer.status, body).toBe(status)
    for (const words of source_asserts) {
      const [, contains] = /^body contains "(.+)"$/.exec(words) ?? []
      const [, is] = /^body == "(.+)"$/.exec(words) ?? []
      if (is) expect(answer.body).toBe(is.replace('\\n', '\n'))
      // Theirs calls an unknown log by other words.
      else if (status !== 404) expect(answer.body).toContain(contains)
      if (is) expect(answer.type).toBe('text/x.tlog.size')
    }
  }
  expect(seen.get(vectors.origin)?.size).toBe(5)
})

const signer = logKey('town.example/safeguards/1')
const log = logInMemory(signer)
const fork = logInMemory(signer, ' of another record', 5)
const witness = watching(signer.key, logKey('other.example/safeguards/1').key)

describe('a witness', () => {
  test('signs what it is shown, with its time, and gives out what it signed', async () => {
    const { ask, seen } = remembering(witness)
    const answer = await ask(log.request(0, 7))
    const { text } = splitNote(log.noteAt(7))
    const signed = { text, signatures: splitNote(`\n\n${answer.body}`).signatures }
    expect(await cosignaturesOf(signed, [own.key], checkSignature)).toEqual([{ name: own.name, at }])
    expect(seen.get(signer.name)?.note).toBe(log.noteAt(7) + answer.body)
  })

  test('signs the same head again, and an empty log', async () => {
    const { ask } = remembering(witness)
    for (const [old, size] of [[0, 0], [0, 0], [0, 3], [3, 3]] as const) // biome-ignore format: pairs
      expect((await ask(log.request(old, size))).status).toBe(200)
  })

  test('takes both keys of a log while one takes the place of the other', async () => {
    const next = logKey(signer.name)
    const { ask } = remembering(watching(signer.key, next.key))
    expect((await ask(log.request(0, 3))).status).toBe(200)
    expect((await ask(logInMemory(next).request(3, 4))).status).toBe(200)
    expect((await ask(logInMemory(logKey(signer.name)).request(4, 5))).status).toBe(403)
  })

  test('refuses what is no request, and what its rules do not allow', async () => {
    const { ask } = remembering(witness)
    const note = log.noteAt(3)
    const hash = 'A'.repeat(43)
    const none = [
      '',
      'old 0\n',
      note,
      `old\n\n${note}`,
      `old 00\n\n${note}`,
      `old -1\n\n${note}`,
      `old 9007199254740993\n\n${note}`,
      `old 0\nnot a hash\n\n${note}`,
      `old 0\n${hash}\n\n${note}`,
      `old 1\n${`${hash}=\n`.repeat(64)}\n${note}`,
      `old 0\n\n${signer.name}\n3\nAAAA\n\n`,
      `old 0\r\n\r\n${note}`,
    ]
    for (const body of none) expect((await ask(bytesOf(body))).status, body).toBe(400)
    expect((await ask(new Uint8Array([0xff, 0x0a, 0x0a]))).status).toBe(400)
    const odd = (change: Partial<Parameters<typeof witnessRequestText>[0]>) =>
      ask(bytesOf(witnessRequestText({ old: 0, path: [], note, ...change })))
    expect((await odd({ old: 4 })).status).toBe(400)
    expect((await odd({ path: [sha256()] })).status).toBe(422)
    const empty = signer.signNote(`${signer.name}\n0\n${Buffer.from(log.rootAt(1)).toString('base64')}\n`)
    expect((await odd({ note: empty })).status).toBe(422)
    expect((await odd({ note: logInMemory(logKey('stranger.example/log')).noteAt(3) })).status).toBe(404)
  })

  test('never signs two histories, whatever it is sent in whatever order', async () => {
    const size = fc.nat(40)
    const step = fc.record({ old: size, to: size, isFork: fc.boolean(), isCurrent: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { ask, seen } = remembering(witness)
        let last = { size: 0, branch: log }
        for (const { old, to, isFork, isCurrent } of steps) {
          const branch = isFork ? fork : log
          const from = isCurrent ? last.size : old
          const answer = await ask(branch.request(from, to))
          const isOfLast = isSame(branch.rootAt(last.size), last.branch.rootAt(last.size))
          const expected =
            from > to ? 400 : from !== last.size || (to === last.size && !isOfLast) ? 409 : isOfLast ? 200 : 422
          expect(answer.status).toBe(expected)
          if (expected === 409) expect(answer.body).toBe(`${last.size}\n`)
          if (expected === 200) last = { size: to, branch }
          expect(seen.get(signer.name)?.size ?? 0).toBe(last.size)
          if (last.size > 0)
            expect(isSame(seen.get(signer.name)?.root ?? sha256(), last.branch.rootAt(last.size))).toBe(true)
        }
      }),
      { numRuns: 120 },
    )
  })

  test('does not sign a request in which one bit is another', async () => {
    const { seen } = await (async () => {
      const first = remembering(witness)
      await first.ask(log.request(0, 6))
      return first
    })()
    const good = log.request(6, 11)
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(7), async (byte, bit) => {
        const body = good.map((one, place) => (place === byte ? one ^ (1 << bit) : one))
        const outcome = await addCheckpoint(witness, (origin) => seen.get(origin) ?? null, { body, at })
        expect(outcome.answer.status).not.toBe(200)
        expect(outcome.seen).toBeNull()
      }),
      { numRuns: 300 },
    )
    expect((await addCheckpoint(witness, (origin) => seen.get(origin) ?? null, { body: good, at })).answer.status).toBe(
      200,
    )
  })
})

test('a request is read as it was written', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 63 }), (old, path) => {
      const request = { old, path: path.map((hash) => Uint8Array.from(hash)), note: log.noteAt(3) }
      expect(readWitnessRequest(witnessRequestText(request))).toEqual(request)
    }),
  )
})
