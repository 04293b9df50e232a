import { EventEmitter } from 'node:events'
import type { Request, Response } from 'express'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { inTurns } from './in-turns.server'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function door(atOnce: number) {
  const turns = inTurns({ atOnce, patienceMs: 150, mostWaitMs: 1_500 })
  const started: string[] = []
  const turnedAway: string[] = []
  const come = (name: string) => {
    const response = Object.assign(new EventEmitter(), {
      set: () => response,
      type: () => response,
      send: () => response,
      status: (status: number) => {
        if (status === 503) turnedAway.push(name)
        return response
      },
    }) as unknown as Response
    turns({} as Request, response, () => void started.push(name))
    return { leave: () => void response.emit('close') }
  }
  return { come, started, turnedAway }
}

test('so many at once, the others in the order in which they came', () => {
  const { come, started } = door(2)
  const [first, second] = ['a', 'b', 'c', 'd', 'e'].map(come)
  expect(started).toEqual(['a', 'b'])
  second?.leave()
  expect(started).toEqual(['a', 'b', 'c'])
  first?.leave()
  expect(started).toEqual(['a', 'b', 'c', 'd'])
})

test('a slow one lets the next go, and frees no second place when it ends', () => {
  const { come, started } = door(1)
  const slow = come('slow')
  for (const name of ['a', 'b', 'c']) come(name)
  vi.advanceTimersByTime(149)
  expect(started).toEqual(['slow'])
  vi.advanceTimersByTime(1)
  expect(started).toEqual(['slow', 'a'])
  slow.leave()
  expect(started).toEqual(['slow', 'a'])
})

test('whoever leaves while waiting keeps no place', () => {
  const { come, started } = door(1)
  const first = come('first')
  come('gone').leave()
  come('next')
  first.leave()
  expect(started).toEqual(['first', 'next'])
})

test('when everybody has left, as many begin at once as before', () => {
  const { come, started } = door(3)
  for (const one of ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(come)) one.leave()
  for (const name of ['h', 'i', 'j', 'k']) come(name)
  expect(started.slice(-3)).toEqual(['h', 'i', 'j'])
})

test('when the first in line has waited too long, newcomers are turned away until the line moves', () => {
  const { come, started, turnedAway } = door(1)
  const slow = Array.from({ length: 12 }, (_, at) => come(`slow ${at}`))
  vi.advanceTimersByTime(1_501)
  come('too late')
  expect(turnedAway).toEqual(['too late'])
  for (const one of slow) one.leave()
  come('in time')
  expect(started).toContain('in time')
  expect(turnedAway).toEqual(['too late'])
})
