import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReceipt, type StatementId, type TrustedKeys } from './check-receipt'
import { madeReceipt } from './check-receipt.fixture'
import { checkSignature, sha256 } from './node-crypto.server'

const crypto = { sha256, check: checkSignature }
const now = new Date('2026-11-25T18:00:30Z')
const receipt = madeReceipt({ witness: true })
const unwitnessed = madeReceipt()

const check = (text: string, keys: TrustedKeys = receipt.keys, at = now) =>
  checkReceipt({ text, keys, now: at }, crypto)
const verdictsOf = async (text: string, keys?: TrustedKeys) => {
  const { statements } = await check(text, keys)
  return Object.fromEntries(statements.map(({ id, verdict }) => [id, verdict]))
}
const factsOf = async (text: string, id: StatementId, at = now) =>
  (await check(text, receipt.keys, at)).statements.find((one) => one.id === id)?.facts

describe('a receipt as the town gave it', () => {
  test.each([
    ['a proof file', receipt.proof],
    ['the same as JSON', receipt.proven],
  ])('%s: everything in it is proven', async (_, text) => {
    expect(await check(text)).toMatchObject({ verdict: 'proven', wrong: null })
    expect(await verdictsOf(text)).toEqual({
      entry: 'proven',
      about: 'proven',
      promise: 'proven',
      place: 'proven',
      head: 'proven',
      witnesses: 'proven',
    })
    expect(await factsOf(text, 'entry')).toEqual({
      id: '0b8a7c5e-93d2-4f6b-8f0e-2f4f3a1d5c77',
      kind: 'issue.report',
      at: '2026-11-25T18:00:00Z',
      outcome: 'done',
      leaf: receipt.leaf,
    })
    expect(await factsOf(text, 'place')).toEqual({ index: 37, size: 53, root: receipt.root })
    expect(await factsOf(text, 'about')).toEqual({
      openings: ['who', 'owner'].map((name) => ({ name, n: 3, value: '7d1f6c1e-5b0a-4d38-9a55-3a6d0f1f7c11' })),
    })
    expect(await factsOf(text, 'witnesses')).toEqual({
      seen: [{ name: 'witness.example/w1', at: '2026-11-18T11:06:40Z' }],
      unknown: 0,
    })
  })

  test('no witness: it says so, and what the town signed still holds', async () => {
    expect(await check(unwitnessed.proof, unwitnessed.keys)).toMatchObject({ verdict: 'proven' })
    expect(await verdictsOf(unwitnessed.proof, unwitnessed.keys)).toMatchObject({ witnesses: 'not-proven' })
  })

  test('signatures of witnesses nobody here knows are counted, and prove nothing', async () => {
    const { statements } = await check(receipt.proof, { ...receipt.keys, witnesses: [] })
    expect(statements.find(({ id }) => id === 'witnesses')).toMatchObject({
      verdict: 'not-proven',
      facts: { seen: [], unknown: 1 },
    })
  })

  test('a promise: signed for this very entry, and whether its time is over', async () => {
    expect(await check(receipt.promised)).toMatchObject({ verdict: 'promised', wrong: null })
    expect(await verdictsOf(receipt.promised)).toEqual({
      entry: 'proven',
      about: 'proven',
      promise: 'proven',
      waiting: 'not-proven',
    })
    const until = '2026-11-25T18:01:00Z'
    expect(await factsOf(receipt.promised, 'waiting')).toEqual({ until, isOver: false })
    expect(await factsOf(receipt.promised, 'waiting', new Date(until))).toEqual({ until, isOver: false })
    expect(await factsOf(receipt.promised, 'waiting', new Date('2026-11-25T18:01:01Z'))).toEqual({
      until,
      isOver: true,
    })
  })
})

describe('what is not proven is not said to be', () => {
  test('without any key to believe, nothing is', async () => {
    const none = { log: [], promise: [], witnesses: [] }
    for (const text of [receipt.proof, receipt.proven, receipt.promised]) {
      expect(await check(text, none)).toMatchObject({ verdict: 'not-proven', wrong: null })
      expect(Object.values(await verdictsOf(text, none))).not.toContain('proven')
    }
  })

  test('keys of another town, though the receipt names its own', async () => {
    const { keys } = unwitnessed
    expect(await check(receipt.proof, keys)).toMatchObject({
      verdict: 'wrong',
      wrong: { at: 'promise', why: 'other-key' },
    })
    expect(await check(receipt.proven, { ...keys, promise: receipt.keys.promise })).toMatchObject({
      verdict: 'wrong',
      wrong: { at: 'head', why: 'other-key' },
    })
  })

  test('an entry and openings out of one receipt with the proof of another', async () => {
    const [one, other] = [JSON.parse(receipt.proven), JSON.parse(unwitnessed.proven)]
    expect(await check(JSON.stringify({ ...one, proof: other.proof }))).toMatchObject({
      wrong: { at: 'file', why: 'parts-differ' },
    })
    expect(
      await check(JSON.stringify({ ...one, state: 'promised', proof: null, promise: other.promise })),
    ).toMatchObject({
      wrong: { at: 'promise', why: 'other-key' },
    })
    const mixed = { ...one, state: 'promised', proof: null, openings: other.openings }
    expect(await check(JSON.stringify(mixed))).toMatchObject({ wrong: { at: 'about', why: 'opening' } })
  })

  test.each([
    ['nothing', ' \n', 'empty'],
    ['a letter', 'Dear town, where is my report?', 'other-file'],
    ['another JSON', '{"a":1}', 'damaged'],
    ['a receipt cut off', receipt.proof.slice(0, 900), 'damaged'],
    ['a proof of another log', receipt.proof.replace(/extra .*\n/, ''), 'other-file'],
    ['a field more', JSON.stringify({ ...JSON.parse(receipt.proven), note: 'lawful' }), 'damaged'],
    ['a state that its parts deny', JSON.stringify({ ...JSON.parse(receipt.proven), state: 'promised' }), 'damaged'],
  ])('%s is no receipt', async (_, text, why) => {
    expect(await check(text)).toEqual({ verdict: 'wrong', wrong: { at: 'file', why }, statements: [] })
  })

  test('what stands twice in a file stands there alike', async () => {
    const { proof, ...file } = JSON.parse(receipt.proven)
    const extra = JSON.parse(atob(/extra (.*)/.exec(proof)?.[1] ?? ''))
    for (const change of [{ v: 2 }, { openings: [] }]) {
      const changed = proof.replace(/extra .*/, `extra ${btoa(JSON.stringify({ ...extra, ...change }))}`)
      expect((await check(JSON.stringify({ ...file, proof: changed }))).wrong).toEqual({
        at: 'file',
        why: 'parts-differ',
      })
    }
  })

  test('each part, changed, is named', async () => {
    const changed = (change: (file: Record<string, string>) => Record<string, unknown>) => {
      const file = JSON.parse(receipt.promised)
      return check(JSON.stringify({ ...file, ...change(file) }))
    }
    const wrongOf = async (change: Parameters<typeof changed>[0]) => (await changed(change)).wrong
    expect(await wrongOf(() => ({ id: '0b8a7c5e-93d2-4f6b-8f0e-2f4f3a1d5c78' }))).toEqual({
      at: 'entry',
      why: 'other-entry',
    })
    expect(await wrongOf(({ entry = '' }) => ({ entry: entry.replace('"pass"', '"warn"') }))).toEqual({
      at: 'promise',
      why: 'other-entry',
    })
    expect(await wrongOf(({ entry = '' }) => ({ entry: entry.replace('"v":1', '"v": 1') }))).toEqual({
      at: 'entry',
      why: 'form',
    })
    expect(await wrongOf(({ promise = '' }) => ({ promise: promise.replace('within 60', 'within 99') }))).toEqual({
      at: 'promise',
      why: 'signature',
    })
    expect((await check(receipt.proof.replace('index 37', 'index 36'))).wrong).toEqual({ at: 'place', why: 'path' })
    expect((await check(receipt.proof.replace(/\n53\n/, '\n54\n'))).wrong).toEqual({ at: 'head', why: 'signature' })
  })
})

describe('one bit flipped anywhere', () => {
  const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
  const flipped = (text: string, at: number) => {
    const bytes = new TextEncoder().encode(text)
    const bit = at % (bytes.length * 8)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    return decode(bytes)
  }
  const bitsOf = (text: string) => new TextEncoder().encode(text).length * 8
  const flips = (text: string) => fc.integer({ min: 0, max: bitsOf(text) - 1 })

  test.each([
    ['a proof file', unwitnessed.proof],
    ['a receipt as JSON', unwitnessed.proven],
    ['a promise', unwitnessed.promised],
  ])('%s is never proven', async (_, text) => {
    await fc.assert(
      fc.asyncProperty(flips(text), async (at) => {
        const { verdict, wrong } = await check(flipped(text, at), unwitnessed.keys)
        expect([at, verdict, wrong === null]).toEqual([at, 'wrong', false])
      }),
      { numRuns: 1_500 },
    )
  })

  test('the line of a witness that was changed counts for no witness', async () => {
    const at = receipt.proof.lastIndexOf('\u2014 witness')
    const [above, line] = [receipt.proof.slice(0, at), receipt.proof.slice(at)]
    for (let bit = 0; bit < bitsOf(line); bit++) {
      const { statements } = await check(above + flipped(line, bit))
      expect(statements.find(({ id }) => id === 'witnesses')?.verdict).not.toBe('proven')
    }
  })
})
