import { expect, test } from 'vitest'
import { Busy, takeTurns } from './turns.server'

/** Work that ends when the test says so. */
function heldWork() {
  const ends: (() => void)[] = []
  let most = 0
  let now = 0
  const work = async () => {
    now++
    most = Math.max(most, now)
    await new Promise<void>((resolve) => ends.push(resolve))
    now--
  }
  return { work, ends, mostAtOnce: () => most }
}

const settle = () => new Promise((resolve) => setImmediate(resolve))

test('two work at once, two wait, and the fifth is told at once that it is busy', async () => {
  const { work, ends, mostAtOnce } = heldWork()
  const inTurn = takeTurns({ atOnce: 2, waiting: 2 })
  const all = [inTurn(work), inTurn(work), inTurn(work), inTurn(work)]
  await expect(inTurn(work)).rejects.toThrow(Busy)

  for (let done = 0; done < 4; done++) {
    await settle()
    ends.shift()?.()
  }
  await Promise.all(all)
  expect(mostAtOnce()).toBe(2)
})

test('work that fails gives its turn back', async () => {
  const inTurn = takeTurns({ atOnce: 1, waiting: 0 })
  for (let round = 0; round < 3; round++) {
    await expect(inTurn(() => Promise.reject(new Error('decoder')))).rejects.toThrow('decoder')
  }
  expect(await inTurn(() => Promise.resolve('through'))).toBe('through')
})

test('those who wait are served in the order they came', async () => {
  const served: number[] = []
  const inTurn = takeTurns({ atOnce: 1, waiting: 5 })
  await Promise.all([1, 2, 3, 4].map((n) => inTurn(async () => void served.push(n))))
  expect(served).toEqual([1, 2, 3, 4])
})
