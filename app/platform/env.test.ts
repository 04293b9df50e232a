import { describe, expect, test } from 'vitest'
import { BadSettings, readEnv, settings } from './env.server'

const linesOf = (source: Record<string, string>): string[] => {
  try {
    readEnv(source)
    return []
  } catch (error) {
    if (error instanceof BadSettings) return error.lines
    throw error
  }
}

describe('settings', () => {
  test('of nobody make a demo on loopback with the built-in database', () => {
    expect(readEnv({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      demo: true,
      databaseUrl: undefined,
      baseUrl: 'http://localhost:3000',
      role: 'all',
    })
  })

  test.each([
    [{ PORT: '99999' }, /^PORT cannot be used/],
    [{ PORT: 'eighty' }, /^PORT cannot be used/],
    [{ DATABASE_URL: 'mysql://x/y' }, /^DATABASE_URL cannot be used/],
    [{ SECRET_KEY: 'short' }, /^SECRET_KEY cannot be used/],
    [{ ROLE: 'everything' }, /^ROLE cannot be used/],
    [{ MAP_TILES_URL: 'http://tiles.example/{z}' }, /^MAP_TILES_URL cannot be used/],
    [{ SMTP_ULR: 'smtp://mail.example' }, /^SMTP_ULR is not a setting/],
    [{ LEDGER_WITNESSES: 'uni.example/w+0a1b2c3d+BAAA' }, /^LEDGER_WITNESSES cannot be used: not pairs of key/],
    [{ LEDGER_WITNESSES: 'uni.example/w+0a1b2c3d+BAAA ftp://x' }, /^LEDGER_WITNESSES cannot be used: not pairs of key/],
    [{ LEDGER_WITNESSES: 'https://x uni.example/w+0a1b2c3d+BAAA' }, /^LEDGER_WITNESSES cannot be used: not pairs/],
    [
      { LEDGER_WITNESSES: 'u/w+0a1b2c3d+BAAA https://x u/w+1a1b2c3d+BAAB https://y' },
      /^LEDGER_WITNESSES cannot be used: two witnesses with one name/,
    ],
    [{ HOST: '0.0.0.0' }, /^BASE_URL is needed/],
    [{ HOST: '0.0.0.0', BASE_URL: 'https://meent.example', DEMO: 'yes' }, /^DEMO=yes works on loopback/],
    [{ DATABASE_URL: 'postgres://db.example/meent' }, /^SECRET_KEY is needed/],
    [
      { DATABASE_URL: 'postgres://db.example/meent', SECRET_KEY: 'x'.repeat(32), DEMO: 'yes' },
      /^DEMO=yes works on loopback/,
    ],
  ])('%o refuse the start with one clear line', (source, line) => {
    expect(linesOf(source)).toEqual([expect.stringMatching(line)])
  })

  test('that are all wrong are all named', () => {
    expect(linesOf({ PORT: 'x', ROLE: 'y', DEMO: 'maybe' })).toHaveLength(3)
  })

  test('on another address or with a database of its own, demo people do not exist', () => {
    expect(readEnv({ HOST: '0.0.0.0', BASE_URL: 'https://meent.example/' })).toMatchObject({
      demo: false,
      baseUrl: 'https://meent.example',
    })
    expect(readEnv({ DATABASE_URL: 'postgres://db.example/meent', SECRET_KEY: 'x'.repeat(32) }).demo).toBe(false)
    expect(readEnv({ DEMO: 'no' }).demo).toBe(false)
  })

  test('name witnesses of the record as pairs of key and address', () => {
    const LEDGER_WITNESSES =
      ' uni.example/w+0a1b2c3d+BAAA https://w.uni.example\npaper.example/w+1a2b3c4d+BAAB http://x '
    expect(readEnv({ LEDGER_WITNESSES }).ledgerWitnesses).toEqual([
      { vkey: 'uni.example/w+0a1b2c3d+BAAA', url: 'https://w.uni.example' },
      { vkey: 'paper.example/w+1a2b3c4d+BAAB', url: 'http://x' },
    ])
    expect(readEnv({}).ledgerWitnesses).toEqual([])
  })

  test('an empty value is no value', () => {
    expect(readEnv({ DATABASE_URL: '', SMTP_URL: '' })).toMatchObject({ databaseUrl: undefined, smtpUrl: undefined })
  })

  test('each say in words what they do', () => {
    for (const { words } of Object.values(settings)) expect(words.length).toBeGreaterThan(12)
  })
})
