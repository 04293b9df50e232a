import { expect, test } from 'vitest'
import type { Mandate } from '~/safeguards/check'
import { relationOf } from './relation'

const now = new Date('2026-11-25T10:00:00Z')
const mandate = (given: Partial<Mandate>): Mandate => ({
  id: 1,
  acts: ['answer'],
  categories: [],
  areas: [],
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validUntil: new Date('2027-01-01T00:00:00Z'),
  ...given,
})
const opened = { assigneeId: 'me', categoryKey: 'street-light', areaKey: 'north', department: 'Lighting' }
const me = (mandates: Mandate[], department = 'Lighting') => ({ id: 'me', mandates, department })

test('a handler who has the case and may answer it is related by the case', () => {
  expect(relationOf(me([mandate({})]), opened, now)).toBe('assigned')
})

test('a case that stayed with somebody whose mandate ended opens nothing', () => {
  const ended = mandate({ validUntil: new Date('2026-11-01T00:00:00Z') })
  expect(relationOf(me([ended], 'Streets'), opened, now)).toBe('none')
})

test('a mandate to open contact details counts for its kinds and areas only', () => {
  const contact = mandate({ acts: ['open-contact'], areas: ['north'] })
  expect(relationOf(me([contact]), { ...opened, assigneeId: null }, now)).toBe('same-mandate')
  expect(relationOf(me([contact], 'Streets'), { ...opened, assigneeId: null, areaKey: 'south' }, now)).toBe('none')
})

test('the own department is a weaker tie, and none for somebody without any mandate', () => {
  const elsewhere = { ...opened, assigneeId: 'somebody else' }
  expect(relationOf(me([mandate({ areas: ['south'] })]), elsewhere, now)).toBe('own-department')
  expect(relationOf(me([]), elsewhere, now)).toBe('none')
  expect(relationOf(me([mandate({ areas: ['south'] })], ''), { ...elsewhere, department: '' }, now)).toBe('none')
})
