import { expect, test } from 'vitest'
import { addressIn, crossingIn, gazetteerWords } from './gazetteer-words'

test('the ways to write one street meet', () => {
  const ways = ['Boylston Street', 'boylston st', 'BOYLSTON ST.', '  Boylston   Str ']
  expect(new Set(ways.map(gazetteerWords))).toEqual(new Set(['boylston st']))
  expect(gazetteerWords('Saint Botolph Street')).toBe(gazetteerWords('St. Botolph St'))
  expect(gazetteerWords('Dorpsstraat')).toBe(gazetteerWords('dorpsstr'))
  expect(gazetteerWords('Avenida de la Constitución')).toBe('av de la constitucion')
})

test('accents, apostrophes and other scripts are kept as letters that a search can compare', () => {
  expect(gazetteerWords('Café Noirlaan')).toBe('cafe noirlaan')
  expect(gazetteerWords("L'Enfant Plaza")).toBe('lenfant pl')
  expect(gazetteerWords('شارع الملك')).toBe('شارع الملك')
})

test('a crossing is recognised however it is joined', () => {
  const both = ['boylston st', 'clarendon st']
  for (const text of [
    'Boylston St & Clarendon St',
    'boylston st / clarendon st',
    'Boylston Street and Clarendon Street',
    'Boylston Street at Clarendon Street',
    'Boylston Street hoek Clarendon Street',
  ])
    expect(crossingIn(text)).toEqual(both)
  expect(crossingIn('Boylston Street')).toBeNull()
  expect(crossingIn('Andover Street')).toBeNull()
  expect(crossingIn('A & B & C')).toBeNull()
})

test('a house number is found before and after the street, and a street named by a number keeps it', () => {
  expect(addressIn('10 Beacon St')).toEqual({ number: '10', street: 'beacon st' })
  expect(addressIn('Dorpsstraat 10a')).toEqual({ number: '10a', street: 'dorpsstr' })
  expect(addressIn('Beacon Street')).toBeNull()
  expect(addressIn('10')).toBeNull()
})
