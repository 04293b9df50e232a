import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { wordsFor } from '~/platform/words.server'
import { madeReceipt } from '~/safeguards/ledger/check-receipt.fixture'
import { keysShown } from '~/safeguards/ledger/keys-shown'
import { sha256 } from '~/safeguards/ledger/node-crypto.server'
import { inLanguage, packed, unpacked, type WhatItHolds } from './what-it-holds'
import { offlineFile, offlineFileName } from './write-file.server'

const { keys } = madeReceipt()
const holds: WhatItHolds = {
  host: 'town.example',
  madeAt: '2026-11-25T18:00:00.000Z',
  timezone: 'Europe/Amsterdam',
  language: 'nl',
  keys,
  shown: keysShown(sha256, keys),
  keyAddress: 'https://town.example/ledger/vkey',
  languages: ['en', 'nl'],
  messages: { 'verify.title': ['Check a receipt', 'Een bewijs controleren'] },
  acts: { 'issue.report': ['Report an issue', 'Een melding doen'] },
}
const hashOf = (text = '') => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const policyOf = (html: string) =>
  /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&#39;', "'")

test('the file lets one program and one style run, names no other address to fetch, and holds what it was given', () => {
  const html = offlineFile(holds, {}, [])
  const programs = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, code]) => code)
  expect(programs.length).toBe(1)
  const [, style] = /<style>(.*?)<\/style>/s.exec(html) ?? []
  expect(policyOf(html)).toBe(
    `default-src 'none'; script-src ${hashOf(programs[0])}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`,
  )
  expect(html).not.toMatch(/<(link|img|iframe|object|base)\b|\bsrc=|@import|url\(/)
  const [, json = ''] = /id="town">(.*?)<\/script>/s.exec(html) ?? []
  expect(JSON.parse(json)).toEqual(holds)
})

test('nothing that a town writes into it becomes markup', () => {
  const evil = `</script></title><script>alert("1")</script><!--'&`
  const theme = { font: { text: { $value: ['</style><script>alert(2)</script>'] } } }
  const html = offlineFile({ ...holds, host: evil, language: evil, messages: { [evil]: [evil] } }, theme, [evil])
  expect(html.match(/<script/g)?.length).toBe(2)
  expect(html.match(/<\/script>/g)?.length).toBe(2)
  expect(html.match(/<\/style>/g)?.length).toBe(1)
  expect(html).not.toContain('<!--')
  expect(html).toContain('&lt;/script&gt;&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)')
})

test('it is kept under the name of the town', () => {
  expect(offlineFileName('town.example')).toBe('meent-verify-town.example.html')
  expect(offlineFileName('localhost:3000')).toBe('meent-verify-localhost-3000.html')
  expect(offlineFileName('a"/../b')).toBe('meent-verify-a-..-b.html')
})

test('a sentence is taken in the language that is read', () => {
  expect(inLanguage(holds.messages, 1)).toEqual({ 'verify.title': 'Een bewijs controleren' })
})

test('sentences come out of the file as they went in, with gaps and plurals', () => {
  for (const language of ['en', 'ar'])
    for (const message of Object.values(wordsFor(language, ['verify', 'common'])))
      expect(unpacked(JSON.parse(JSON.stringify(packed(message))))).toEqual(message)
})
