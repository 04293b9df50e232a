import { expect, test } from 'vitest'
import { type Category, categoriesMeaning, groupsOf, nameIn } from './category'

const category = (
  key: string,
  name: Record<string, string>,
  synonyms: Record<string, string | string[]> = {},
): Category => ({
  key,
  groupKey: 'streets',
  groupName: { en: 'Streets', nl: 'Straten' },
  name,
  synonyms,
  pictogram: 'road',
  department: '',
  radiusM: 250,
  serviceDays: null,
  serviceDayKind: 'working',
  isChoosable: true,
  isEmergency: false,
  emergency: {},
  questions: [],
  version: 1,
})
const lamp = category(
  'lamp',
  { en: 'Street light out', nl: 'Straatlamp kapot' },
  { en: ['lamp post', 'dark'], nl: 'lantaarn donker' },
)
const pothole = category('pothole', { en: 'Pothole', nl: 'Gat in de weg' }, { en: ['hole in the road'] })
const tree = category('tree', { en: 'Fallen tree', nl: 'Omgevallen boom' })
const all = [lamp, pothole, tree]
const keys = (text: string, language = 'en') => categoriesMeaning(text, all, language).map(({ key }) => key)

test('everyday words find the category that is meant', () => {
  expect(keys('lamp')).toEqual(['lamp'])
  expect(keys('hole in the road')[0]).toBe('pothole')
  expect(keys('it is dark')[0]).toBe('lamp')
  expect(keys('Lantaarn', 'nl')).toEqual(['lamp'])
})

test('a beginning, a slip of the pen and a word of another language find it too', () => {
  expect(keys('potho')).toEqual(['pothole'])
  expect(keys('pothloe')).toEqual([])
  expect(keys('pothoel')).toEqual([])
  expect(keys('potholl')).toEqual(['pothole'])
  expect(keys('boom', 'en')).toEqual(['tree'])
})

test('words that mean nothing here find nothing', () => {
  expect(keys('zzz')).toEqual([])
  expect(keys('')).toEqual([])
  expect(keys('%')).toEqual([])
})

test('a name that is missing in a language is read in English, and else as it was first given', () => {
  expect(nameIn({ en: 'Lamp', nl: 'Lantaarn' }, 'nl')).toBe('Lantaarn')
  expect(nameIn({ en: 'Lamp' }, 'ar')).toBe('Lamp')
  expect(nameIn({ es: 'Farola' }, 'ar')).toBe('Farola')
  expect(nameIn(null, 'en')).toBe('')
})

test('groups and categories stand in the order of the reader’s alphabet', () => {
  const [group] = groupsOf(all, 'nl')
  expect(group).toMatchObject({ key: 'streets', name: 'Straten', pictogram: 'road' })
  expect(group?.categories.map(({ key }) => key)).toEqual(['pothole', 'tree', 'lamp'])
})
