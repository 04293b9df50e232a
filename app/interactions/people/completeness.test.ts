import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holesIn, rangesOf } from './completeness'

test('numbers from one to the counter, in any order, are a whole record', () => {
  expect(holesIn([3, 1, 2], 3)).toEqual({ counted: 3, missing: [] })
  expect(holesIn([], 0)).toEqual({ counted: 0, missing: [] })
})

test('a number that is not there is named, at the start, in the middle and at the end', () => {
  expect(holesIn([2, 3, 5], 6)).toEqual({ counted: 6, missing: [1, 4, 6] })
})

test('a counter that was set back hides nothing', () => {
  expect(holesIn([1, 4], 1)).toEqual({ counted: 4, missing: [2, 3] })
})

test('whatever is taken out of a whole record, exactly that is missing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), fc.array(fc.integer({ min: 1, max: 200 })), (n, taken) => {
      const gone = new Set(taken.filter((one) => one <= n))
      const there = Array.from({ length: n }, (_, at) => at + 1).filter((one) => !gone.has(one))
      expect(holesIn(there, n)).toEqual({ counted: n, missing: [...gone].sort((a, b) => a - b) })
    }),
  )
})

test('missing numbers in a row are said as one range', () => {
  expect(rangesOf([3, 7, 8, 9, 12])).toEqual([
    [3, 3],
    [7, 9],
    [12, 12],
  ])
  expect(rangesOf([])).toEqual([])
})
