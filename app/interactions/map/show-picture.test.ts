import { describe, expect, test } from 'vitest'
import { stillAddress } from '~/map/picture-address'
import { tileAddressOf, typeOf } from './own-tiles.server'
import { stillAsked, stillInput, tileAsked, tileInput } from './show-picture.input'

const isTile = (rest: string) => tileInput.safeParse(tileAsked(rest)).success
const still = (rest: string, pin: string[] = []) => stillInput.safeParse({ ...stillAsked(rest), pin })

describe('which pictures can be asked for', () => {
  test('a square of the map that exists', () => {
    expect(isTile('7.1/light/14/4957/6059.png')).toBe(true)
    expect(isTile('7.1/dark-contrast/19/158636/193900.png')).toBe(true)
  })

  test.each([
    '7.1/pink/14/4957/6059.png',
    '7.1/light/8/77/94.png',
    '7.1/light/20/1/1.png',
    '7.1/light/14/99999/6059.png',
    '7.1/light/14/-1/6059.png',
    '7.1/light/14/4957/6059.jpg',
    '7.1/light/14/4957/6059.png/../x',
    '../../etc/passwd',
    'x/light/14/4957/6059.png',
    '7.1/light/14/4957.5/6059.png',
  ])('no other one: %s', (rest) => {
    expect(isTile(rest)).toBe(false)
  })

  test('what a page writes into its address is what the still map understands', () => {
    const address = stillAddress({
      townVersion: 7,
      theme: 'dark',
      size: 'card',
      zoom: 16,
      lat: 42.355,
      lng: -71.066,
      pins: [{ lat: 42.355, lng: -71.066, state: 'overdue' }],
    })
    const { pathname, searchParams } = new URL(address, 'http://localhost')
    const parsed = still(pathname.replace('/map/still/', ''), searchParams.getAll('pin'))
    expect(parsed.data).toMatchObject({
      size: 'card',
      zoom: 16,
      lat: 42.355,
      lng: -71.066,
      pin: [{ state: 'overdue' }],
    })
  })

  test.each([
    ['7.1/light/poster/16/42.35500,-71.06600.png', []],
    ['7.1/light/card/8/42.35500,-71.06600.png', []],
    ['7.1/light/card/16/42.3550001,-71.06600.png', []],
    ['7.1/light/card/16/92.35500,-71.06600.png', []],
    ['7.1/light/card/16/42.35500,-71.06600.png', ['sideways@42.35500,-71.06600']],
    ['7.1/light/card/16/42.35500,-71.06600.png', ['open@42.35500,-271.06600']],
    ['7.1/light/card/16/42.35500,-71.06600.png', Array(31).fill('open@42.35500,-71.06600')],
  ])('a still map has bounds to its size, place and signs: %s %s', (rest, pins) => {
    expect(still(rest, pins).success).toBe(false)
  })
})

describe("a town's own tiles", () => {
  test('only numbers and a theme go into the address that the operator set', () => {
    const tile = { z: 14, x: 4957, y: 6059 }
    expect(tileAddressOf('https://tiles.example.org/{z}/{x}/{y}.png?t={theme}', tile, 'dark')).toBe(
      'https://tiles.example.org/14/4957/6059.png?t=dark',
    )
    // The settings keep it as an address, with its braces coded.
    expect(tileAddressOf('https://tiles.example.org/%7Bz%7D/%7Bx%7D/%7By%7D.png', tile, 'light')).toBe(
      'https://tiles.example.org/14/4957/6059.png',
    )
  })

  test('what is no picture by its first bytes is none, whatever it says of itself', () => {
    expect(typeOf(Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1'))).toBe('image/png')
    expect(typeOf(Buffer.from('RIFF....WEBP', 'latin1'))).toBe('image/webp')
    expect(typeOf(Buffer.from('\xff\xd8\xff....', 'latin1'))).toBe('image/jpeg')
    expect(typeOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg">'))).toBeNull()
    expect(typeOf(Buffer.alloc(0))).toBeNull()
  })
})
