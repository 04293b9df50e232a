import { expect, it } from 'vitest'
import { countIn } from './test-steps.js'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((status) => ({ status })) })
const report = (numPassedTests: number, numFailedTests: number, ...testResults: object[]) => ({
  numPassedTests,
  numFailedTests,
  testResults,
})

it('adds up what passed and failed', () => {
  expect(countIn(report(3, 0, file('passed', 'passed')), 0)).toEqual({ passed: 3, failed: 0 })
  expect(countIn(report(3, 1, file('failed', 'passed', 'failed')), 1)).toEqual({ passed: 3, failed: 1 })
})

it('counts a file that broke outside its tests, such as one whose record does not verify', () => {
  expect(countIn(report(3, 0, file('failed', 'passed')), 1)).toEqual({ passed: 3, failed: 1 })
  expect(countIn(report(0, 0, file('failed')), 1)).toEqual({ passed: 0, failed: 1 })
})

it('never takes a run without tests, without a report or with a bad end for a good one', () => {
  expect(countIn(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 })
  expect(countIn(null, 0)).toEqual({ passed: 0, failed: 1 })
  expect(countIn(report(5, 0, file('passed', 'passed')), 1)).toEqual({ passed: 5, failed: 1 })
})
