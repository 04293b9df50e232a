import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineInteraction, enterAs } from '~/safeguards/door.server'
import { useTown } from './town'

const town = useTown()

/** Moves somebody to another department: about a person, so it leaves every kind of record. */
const movePerson = defineInteraction({
  name: 'person.move',
  effect: 'write',
  input: z.object({ personId: z.uuid(), department: z.string() }),
  roles: ['administrator'],
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  touches: { staff: ['department'] },
  async handle({ input, tx }) {
    await tx.person.update({ where: { id: input.personId }, data: { department: input.department } })
    return {}
  },
  about: ({ personId }) => ({ object: { type: 'person', ref: 'newcomer' }, subjects: [personId] }),
})

const move = async (department: string) =>
  enterAs(movePerson, await town.visit('administrator'), { personId: town.people.newcomer.id, department })
const department = async () =>
  (await town.db.person.findUniqueOrThrow({ where: { id: town.people.newcomer.id } })).department

describe('Testdam', () => {
  it('is a town with areas, categories, places, people and mandates', async () => {
    expect(await town.db.town.findFirst()).toMatchObject({ name: 'Testdam', refPrefix: 'TDM' })
    expect(await town.db.area.count()).toBe(2)
    expect(await town.db.category.count()).toBe(4)
    expect(await town.db.person.count()).toBe(7)
    expect((await town.visit('northHandler')).actor.mandates).toMatchObject([{ areas: ['north'] }])
    expect((await town.visit('newcomer')).actor.mandates).toEqual([])
  })

  it('lets the door act, with every record beside the act', async () => {
    expect(await move('Lighting')).toMatchObject({ ok: true })
    expect(await department()).toBe('Lighting')
    expect(await town.sql(`SELECT 1 FROM audit_event WHERE role = 'administrator'`)).toHaveLength(1)
  })

  it.each(['entry', 'entry_pending', 'processing_line', 'audit_event', 'entry_opening'])(
    'keeps an act from happening while %s accepts nothing',
    async (table) => {
      const before = await department()
      await town.breakRecords(table)
      await expect(move(`Nowhere ${randomUUID()}`)).rejects.toThrow()
      expect(await department()).toBe(before)
    },
  )

  it('refuses a change that comes without an entry, and takes rows laid out by hand', async () => {
    const { id } = town.people.resident
    await expect(town.sql('UPDATE person SET home_area_key = $1 WHERE id = $2', ['north', id])).rejects.toThrow(
      'without an entry',
    )
    await town.given((tx) => tx.person.update({ where: { id }, data: { homeAreaKey: 'north' } }))
    expect(await town.db.person.findUnique({ where: { id } })).toMatchObject({ homeAreaKey: 'north' })
  })
})
