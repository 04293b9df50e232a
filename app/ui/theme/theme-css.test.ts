import { expect, test } from 'vitest'
import { contrastBetween, contrastProblems, pairs } from './contrast'
import { themeCss } from './theme-css'
import { schemes, tokensOf, unusableTokens } from './tokens'

test('every pair of colours that meets can be read, in light, dark and both high contrasts', () => {
  expect(pairs.length).toBeGreaterThan(35)
  expect(schemes).toHaveLength(4)
  expect(contrastProblems(tokensOf())).toEqual([])
})

test('in high contrast the words stand out at least seven to one', () => {
  const { color } = tokensOf()
  for (const scheme of ['light-contrast', 'dark-contrast'] as const) {
    for (const name of ['ink', 'muted', 'link', 'brand', 'danger', 'warn', 'ok', 'info']) {
      const ratio = contrastBetween(String(color[scheme][name]), String(color[scheme].surface))
      expect(ratio, `${scheme} ${name}`).toBeGreaterThanOrEqual(7)
    }
  }
})

test('contrast is measured as WCAG has it', () => {
  expect(contrastBetween('#000000', '#ffffff')).toBe(21)
  expect(contrastBetween('#ffffff', '#767676')).toBe(4.54)
  expect(contrastBetween('#777777', '#ffffff')).toBe(4.47)
})

test('a town that uploads a pale brand colour hears which words nobody could read', () => {
  const pale = { color: { light: { brand: { $value: '#8FD3C1' } } } }
  const problems = contrastProblems(tokensOf(pale))
  expect(problems).toContainEqual({ scheme: 'light', text: 'on-brand', on: 'brand', ratio: 1.71, atLeast: 4.5 })
  expect(problems.every(({ scheme }) => scheme === 'light')).toBe(true)
})

test('a town changes one colour and keeps all others', () => {
  const css = themeCss({ color: { light: { brand: { $value: '#123456' } } } })
  expect(css).toContain('--brand: #123456;')
  expect(css).toContain('--brand: #7AD7BA;')
  expect(css).toContain('--link: #0B5A7A;')
  expect(css).not.toContain('#0E5A49')
})

test('a theme cannot smuggle anything into the style sheet', () => {
  const evil = {
    color: {
      light: { brand: { $value: 'red; } body { background: url(https://example.org/x)' }, ink: { $value: '#00f' } },
    },
    font: { text: { $value: ['Arial"; } @import "https://example.org/'] } },
    size: { body: { $value: 'calc(100vw)' } },
    leading: { body: { $value: 90 } },
    extra: { thing: { $value: '#000000' } },
  }
  expect(themeCss(evil)).toBe(themeCss())
  expect(unusableTokens(evil)).toEqual([
    'color.light.brand',
    'color.light.ink',
    'font.text',
    'size.body',
    'leading.body',
    'extra.thing',
  ])
  expect(
    unusableTokens({ color: { dark: { brand: { $value: '#ABCDEF' } } }, radius: { card: { $value: '0px' } } }),
  ).toEqual([])
})

test('the sheet follows the person: dark, more contrast, own colours, paper', () => {
  const css = themeCss()
  for (const condition of [
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
    '@media print',
    '[data-theme="dark"]',
    '[data-theme="light"]',
    '[data-theme="contrast"]',
    '--size-body: 1.0625rem;',
    '--target-min: 2.75rem;',
    '--space-1: 0.5rem;',
    '--ink: CanvasText;',
  ]) {
    expect(css, condition).toContain(condition)
  }
  expect(css.split('{').length).toBe(css.split('}').length)
})
