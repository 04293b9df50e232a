import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineInteraction, enterAs } from '~/safeguards/door.server'
import { expectWholeRecord } from './record-chain'
import { useTown } from './town'

const town = useTown()

/** A staff act about two people: it leaves every kind of record. */
const greet = defineInteraction({
  name: 'person.greet',
  effect: 'write',
  input: z.object({}),
  roles: ['administrator'],
  purpose: 'staff-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['integrity'],
  touches: { staff: ['department'] },
  async handle({ tx }) {
    await tx.person.update({ where: { id: town.people.handler.id }, data: { department: 'Parks' } })
    return {}
  },
  about: () => ({
    object: { type: 'greeting', ref: 'all' },
    subjects: [town.people.handler.id, town.people.newcomer.id],
  }),
})

beforeAll(async () => {
  expect(await enterAs(greet, await town.visit('administrator'), {})).toMatchObject({ ok: true })
})

/** Tampers as only the owner of the database could, looks at the record, and takes it back. */
async function afterTampering(tampering: string): Promise<string> {
  const client = new pg.Client({ connectionString: town.url })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query(tampering)
    const sql = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await client.query<Row>(text, values)).rows
    return await expectWholeRecord(sql, [town.people.resident.name]).then(
      () => 'whole',
      (error: Error) => error.message,
    )
  } finally {
    await client.end()
  }
}

const greeted = `(SELECT entry_id FROM entry WHERE kind = 'person.greet')`

describe('the verification after every test file', () => {
  it('finds nothing in a whole record', async () => {
    expect(await afterTampering('SELECT 1')).toBe('whole')
  })

  it.each([
    ['a changed entry', `UPDATE entry SET entry = overlay(entry PLACING 'x'::bytea FROM 9)`, 'hashes to its leaf'],
    [
      'a column that says something else',
      `UPDATE entry SET role = 'resident' WHERE kind = 'person.greet'`,
      'says the same',
    ],
    ['an entry that no longer waits', `DELETE FROM entry_pending WHERE entry_id = ${greeted}`, 'waits for the ledger'],
    [
      'a change that came without an entry',
      `UPDATE person SET home_area_key = 'north'`,
      'changes of person without an entry',
    ],
    ['a missing audit event', 'DELETE FROM audit_event', 'acts of staff without an audit event'],
    ['a missing line of the processing log', 'DELETE FROM processing_line', 'fewer processing lines than people'],
    ['an opening under another name', `UPDATE entry_opening SET name = 'subject_9' WHERE name = 'subject_2'`, 'fits'],
    [
      'an act that a person is not shown',
      `DELETE FROM entry_opening WHERE name = 'subject_1'`,
      'numbers of the entries',
    ],
    [
      'a name in the record',
      `UPDATE entry SET area_key = 'with Rosa Jansen' WHERE kind = 'person.greet'`,
      'personal data in entry',
    ],
  ])('finds %s', async (_, tampering, words) => {
    expect(await afterTampering(tampering)).toContain(words)
  })
})
