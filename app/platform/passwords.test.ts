import { readFileSync } from 'node:fs'
import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { flawIn, hashPassword, isPassword, needsRehash } from './passwords.server'
import { Busy } from './turns.server'

test('a password is stored as argon2id with 19 MiB and two passes, and differently each time', async () => {
  const [one, other] = await Promise.all([hashPassword('four swans on a pond'), hashPassword('four swans on a pond')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
})

test('the right password is accepted and a nearly right one is not', async () => {
  const stored = await hashPassword('four swans on a pond')
  expect(await isPassword(stored, 'four swans on a pond')).toBe(true)
  expect(await isPassword(stored, 'Four swans on a pond')).toBe(false)
  expect(await isPassword(stored, '')).toBe(false)
})

test('a password typed on another keyboard, in another Unicode form, is the same password', async () => {
  const stored = await hashPassword('een café in de straat'.normalize('NFD'))
  expect(await isPassword(stored, 'een café in de straat'.normalize('NFC'))).toBe(true)
})

test('an unknown person never signs in', async () => {
  expect(await isPassword(null, 'four swans on a pond')).toBe(false)
  expect(await isPassword(null, '')).toBe(false)
})

test('a password is stored anew only when it was stored with other settings', async () => {
  expect(needsRehash(await hashPassword('four swans on a pond'))).toBe(false)
  expect(needsRehash(await hash('four swans on a pond', { memoryCost: 8_192, timeCost: 2, parallelism: 1 }))).toBe(true)
  expect(needsRehash(await hash('four swans on a pond', { algorithm: 1, memoryCost: 19_456, timeCost: 2 }))).toBe(true)
})

test('an old hash with weaker settings still lets its owner in', async () => {
  const stored = await hash('four swans on a pond', { memoryCost: 8_192, timeCost: 1, parallelism: 1 })
  expect(await isPassword(stored, 'four swans on a pond')).toBe(true)
})

test('of 20 people at once two are served and eight wait; known and unknown people share that line', async () => {
  const stored = await hashPassword('four swans on a pond')
  const answers = await Promise.allSettled(
    Array.from({ length: 20 }, (_, n) => isPassword(n % 2 ? stored : null, 'four swans on a pond')),
  )
  const served = answers.filter((answer) => answer.status === 'fulfilled')
  const refused = answers.filter((answer) => answer.status === 'rejected')
  expect(served).toHaveLength(10)
  expect(refused.every(({ reason }) => reason instanceof Busy && reason.status === 503)).toBe(true)
})

test('a password has 8 characters at least and 256 at most, and an emoji does not count for more than it is', () => {
  expect(flawIn('kwy7px2')).toBe('password.too-short')
  expect(flawIn('kwy7px2q')).toBeNull()
  expect(flawIn('🦢🌧️🏛️🐟')).toBe('password.too-short')
  expect(flawIn('swan pond '.repeat(7))).toBeNull()
  expect(flawIn('swan pond '.repeat(25))).toBeNull()
  expect(flawIn('swan pond '.repeat(26))).toBe('password.too-long')
})

test('a password that many people use is refused, also with the usual tricks', () => {
  const common = [
    'password',
    '12345678',
    'Iloveyou',
    'Welkom01',
    'Summer2026!',
    'P@ssw0rd',
    'qwertyuiop!!',
    'bienvenido123',
  ]
  for (const password of common) expect([password, flawIn(password)]).toEqual([password, 'password.common'])
})

test('one or two characters over and over are refused at any length', () => {
  expect(flawIn('a'.repeat(30))).toBe('password.common')
  expect(flawIn('xyxyxyxyxyxyxyxyxyxy')).toBe('password.common')
})

test('a password that is little more than the town, the person or the platform is refused', () => {
  const context = ['Boston', 'mia.janssen@town.example', "'s-Hertogenbosch"]
  const near = ['Boston-617', 'B0st0n!!77', 'mia.janssen@town.example', 'Janssen1987', 'meent-2026', 'shertogenbosch7']
  for (const password of near) expect([password, flawIn(password, context)]).toEqual([password, 'password.about-you'])
})

test('a long sentence may name the town', () => {
  expect(flawIn('the swan boats of Boston leave at ten', ['Boston'])).toBeNull()
})

test('no rule asks for digits, capitals or signs', () => {
  expect(flawIn('correct tram bicycle onion')).toBeNull()
  expect(flawIn('قارب البجع في البركة القديمة')).toBeNull()
})

test('the shipped list holds more than 3,000 passwords that the length rule would let through', () => {
  const lines = readFileSync('app/platform/common-passwords.txt', 'utf8').split('\n')
  const passwords = lines.filter((line) => line && !line.startsWith('#'))
  expect(passwords.length).toBeGreaterThan(6_000)
  expect(new Set(passwords).size).toBe(passwords.length)
  expect(passwords.filter((password) => [...password].length < 8 || password !== password.toLowerCase())).toEqual([])
})
