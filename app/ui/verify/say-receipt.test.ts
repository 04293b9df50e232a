import { describe, expect, test } from 'vitest'
import { spokenLanguages } from '~/platform/languages'
import { wordsFor } from '~/platform/words.server'
import { checkReceipt, type Statement } from '~/safeguards/ledger/check-receipt'
import { madeReceipt } from '~/safeguards/ledger/check-receipt.fixture'
import { checkSignature, sha256 } from '~/safeguards/ledger/node-crypto.server'
import { translatorOf } from '../translator'
import { sayReceipt } from './say-receipt'

const crypto = { sha256, check: checkSignature }
const receipt = madeReceipt({ witness: true })
const now = new Date('2026-11-25T18:00:30Z')
const none = { log: [], promise: [], witnesses: [] }

/** Receipts that come out in every way there is. */
const ways = async () => {
  const file = JSON.parse(receipt.proven)
  const bare = { ...file, openings: [], state: 'promised', proof: null }
  const texts = [
    receipt.proof,
    receipt.promised,
    JSON.stringify(bare),
    '',
    'Dear town',
    '{',
    JSON.stringify({ ...file, openings: [] }),
    JSON.stringify({ ...file, id: 'x' }),
    JSON.stringify({ ...bare, entry: '{}' }),
    JSON.stringify({ ...bare, promise: 'x' }),
    JSON.stringify({ ...bare, promise: file.promise.replace('within 60', 'within 61') }),
    JSON.stringify({ ...bare, entry: file.entry.replace('"pass"', '"warn"') }),
    JSON.stringify({ ...bare, openings: [{ ...file.openings[0], value: 'x' }] }),
    receipt.proof.replace('index 37', 'index 3'),
    receipt.proof.replace('\n53\n', '\n54\n'),
    receipt.proof.replace('\n53\n', '\nx\n'),
    receipt.proof.replace(/.{4}\n$/, 'AAA=\n'),
  ]
  const sets = [receipt.keys, { ...receipt.keys, witnesses: [] }, none, madeReceipt().keys]
  const later = new Date('2026-11-26T00:00:00Z')
  return Promise.all(
    texts.flatMap((text) =>
      sets.flatMap((keys) => [now, later].map((at) => checkReceipt({ text, keys, now: at }, crypto))),
    ),
  )
}

describe.each(spokenLanguages)('in %s', (language) => {
  const t = translatorOf(language, 'Europe/Amsterdam', wordsFor(language, ['verify']))

  test('there are words for whatever a check can find', async () => {
    const all = (await ways()).map((checked) => sayReceipt(t, {}, checked))
    const sentences = all.flatMap(({ title, sentences, statements }) => [
      title,
      ...sentences,
      ...statements.flatMap((one) => [
        one.title,
        ...one.parts.map((part) => ('term' in part ? part.term : part.sentence)),
      ]),
    ])
    expect(sentences.length).toBeGreaterThan(500)
    expect(sentences.filter((one) => one === '' || /^verify\.|null|undefined|\{/.test(one))).toEqual([])
    const empty = all.flatMap(({ statements }) => statements.filter(({ parts }) => parts.length === 0))
    expect(empty).toEqual([])
  })
})

test('what is said of a receipt, word for word', async () => {
  const t = translatorOf('en', 'Europe/Amsterdam', wordsFor('en', ['verify']))
  const checked = await checkReceipt({ text: receipt.proof, keys: receipt.keys, now }, crypto)
  const { tone, title, statements } = sayReceipt(t, { 'issue.report': 'Report an issue' }, checked)
  expect([tone, title]).toEqual(['ok', 'This receipt holds'])
  const saidOf = (id: Statement['id']) =>
    statements.find((one) => one.id === id)?.parts.map((part) => Object.values(part))
  expect(saidOf('entry')?.[0]).toEqual(['“Report an issue”, on 25 November 2026 at 19:00:00 CET.'])
  expect(saidOf('place')?.[0]?.[0]).toBe('It is entry 38 of the 53 in the record with this fingerprint:')
  expect(saidOf('promise')?.[0]?.[0]).toBe(
    'Signed on 25 November 2026 at 19:00:00 CET: exactly this entry comes into the record by 25 November 2026 at 19:01:00 CET.',
  )
})
