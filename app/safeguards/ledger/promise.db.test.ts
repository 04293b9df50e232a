import { expect, test } from 'vitest'
import { env, useEnv } from '~/platform/env.server'
import { useTown } from '~tests/town'
import { checkSignature, sha256 } from './node-crypto.server'
import { readPromise } from './promise'
import { promiseOf, promiseVkey, promiseVkeys } from './promise.server'
import { openNote, readVerifierKey } from './signed-note'

useTown()
const promised = {
  entryId: '5a0c1c5e-8f0e-4c59-9b0e-7a3b1b7f0f11',
  leaf: new Uint8Array(32),
  time: '2026-03-02T10:00:00Z',
}
const keys = () => promiseVkeys().map((vkey) => readVerifierKey(sha256, vkey))

test('the same act is promised in the same words, and by nobody without the secret', async () => {
  const note = promiseOf(promised)
  expect(promiseOf(promised)).toBe(note)
  const { text } = await openNote({ note, keys: keys() }, checkSignature)
  expect(readPromise(text)).toMatchObject({ entryId: promised.entryId, time: promised.time })
  await expect(openNote({ note: note.replace('5a0c', '5a0d'), keys: keys() }, checkSignature)).rejects.toThrow()
})

test('while the secret changes, promises of before still count; once it is gone they do not', async () => {
  const before = env()
  const [old, oldKey] = [promiseOf(promised), promiseVkey()]
  try {
    useEnv({ ...before, secretKey: 'another secret that is long enough to be one', secretKeyBefore: before.secretKey })
    expect(promiseVkey()).not.toBe(oldKey)
    expect(promiseVkeys()).toEqual([promiseVkey(), oldKey])
    await openNote({ note: old, keys: keys() }, checkSignature)
    useEnv({ ...env(), secretKeyBefore: undefined })
    await expect(openNote({ note: old, keys: keys() }, checkSignature)).rejects.toThrow()
  } finally {
    useEnv(before)
  }
})
