import { expect, test } from 'vitest'
import { progressBar } from './progress-bar'

const terminal = (isTTY: boolean) => {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

test('an operator who reads a log sees one line for each tenth, and one where the end is not known', () => {
  const out = terminal(false)
  const bar = progressBar(out)
  for (let done = 1; done <= 50; done++) bar.show('Reading', done, null)
  for (let done = 1; done <= 1000; done++) bar.show('Importing', done, 1000)
  bar.end()
  expect(out.written[0]).toBe('Reading …\n')
  expect(out.written).toHaveLength(12)
  expect(out.written.at(-1)).toBe('Importing ████████████████████████ 100 % (1,000 of 1,000)\n')
})

test('an operator at a terminal sees one line that is drawn again, seldom, and gone at the end', () => {
  const out = terminal(true)
  let now = 0
  const bar = progressBar(out, () => now)
  for (let done = 1; done <= 100; done++) {
    now += 10
    bar.show('Importing', done, 100)
  }
  bar.end()
  expect(out.written.length).toBeLessThan(20)
  expect(out.written.at(-2)).toContain('100 %')
  expect(out.written.at(-1)).toBe('\r\u001b[2K')
})
