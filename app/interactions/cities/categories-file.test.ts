import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { isPictogram } from '~/ui/pictogram'
import { categoriesFile, categoriesFrom, keyOfName } from './categories-file'

const types = [
  { category: 'Street Light Outages', group: 'Street Lights', department: 'Public Works' },
  { category: 'Street  Lights', group: 'Street Lights', department: 'Public Works' },
  { category: 'Überfüllte Tonne', group: '', department: '' },
]

test('without everyday names each type keeps its own, and residents may choose all of them', () => {
  const { rows, keys } = categoriesFrom(types, null, 'en')
  expect(rows.map(({ key, name, groupKey, isChoosable }) => [key, name, groupKey, isChoosable])).toEqual([
    ['street-light-outages', { en: 'Street Light Outages' }, 'street-lights', true],
    ['street-lights', { en: 'Street  Lights' }, 'street-lights', true],
    ['uberfullte-tonne', { en: 'Überfüllte Tonne' }, 'other', true],
  ])
  expect(keys.get('Street Light Outages')).toBe('street-light-outages')
})

test('everyday names gather several types, and what they do not name cannot be chosen', () => {
  const file = categoriesFile.parse({
    groups: { light: { name: { en: 'Light', nl: 'Licht' }, pictogram: 'lamp', from: ['Street Lights'] } },
    categories: [
      { key: 'lamp', group: 'light', from: ['Street Light Outages'], name: { en: 'Lamp out', nl: 'Lamp kapot' } },
    ],
  })
  const { rows, keys } = categoriesFrom(types, file, 'en')
  expect(rows.map(({ key, groupKey, isChoosable }) => [key, groupKey, isChoosable])).toEqual([
    ['lamp', 'light', true],
    ['street-lights', 'light', false],
    ['uberfullte-tonne', 'other', false],
  ])
  expect(keys.get('Street Light Outages')).toBe('lamp')
  expect(rows[0]).toMatchObject({ department: 'Public Works', pictogram: 'lamp', groupName: { nl: 'Licht' } })
})

test('a category in a group that is not there is refused, and so is a key that stands there twice', () => {
  const group = { light: { name: { en: 'Light' } } }
  const lamp = { key: 'lamp', group: 'light', name: { en: 'Lamp' } }
  const lost = categoriesFile.parse({ groups: group, categories: [{ ...lamp, group: 'dark' }] })
  expect(() => categoriesFrom([], lost, 'en')).toThrow('the group dark')
  const twice = categoriesFile.parse({ groups: group, categories: [lamp, lamp] })
  expect(() => categoriesFrom([], twice, 'en')).toThrow('twice')
})

test('a name without a Latin letter still has a key, and the same one every time', () => {
  expect(keyOfName('حفرة')).toBe(keyOfName('حفرة'))
  expect(keyOfName('حفرة')).toMatch(/^[a-z][a-z0-9-]*$/)
  expect(keyOfName('24 hours')).toBe('type-24-hours')
})

test('the shipped city has everyday names in four languages, with signs that exist and emergencies that say whom to call', async () => {
  const file = categoriesFile.parse(JSON.parse(await readFile('prisma/cities/boston/categories.json', 'utf8')))
  const four = (words: object) => expect(Object.keys(words).sort()).toEqual(['ar', 'en', 'es', 'nl'])
  for (const { name, pictogram } of Object.values(file.groups)) {
    four(name)
    expect(isPictogram(pictogram)).toBe(true)
  }
  for (const { name, pictogram, emergency, questions } of file.categories) {
    four(name)
    expect(pictogram === undefined || isPictogram(pictogram)).toBe(true)
    if (emergency) four(emergency)
    for (const { label } of questions) four(label)
  }
  const emergencies = file.categories.filter(({ emergency }) => emergency)
  expect(emergencies.map(({ key }) => key).sort()).toEqual(['downed-wire', 'fire-or-people-in-danger', 'gas-smell'])
  for (const { emergency } of emergencies) expect(emergency?.en).toMatch(/911/)
})
