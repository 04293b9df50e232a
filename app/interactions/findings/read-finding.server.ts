import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { lookPurpose, namedPurpose, oversightReading } from '../oversight/oversight-reading'
import { functionsOf } from '../oversight/staff-label.server'
import { sealOfPerson } from '../people/person-key.server'
import { answerers } from './answerers.server'
import { type FindingInHand, findingToRead } from './finding.server'
import { isOverdue } from './kinds'
import { officersFor } from './officers.server'

/** An oversight officer opens a finding: what it is about, what was asked, its history. Whoever asked can read that it was opened. */
export const readFinding = defineInteraction({
  ...oversightReading,
  name: 'finding.read',
  input: z.object({ id: z.string().max(60), purpose: lookPurpose }),
  touches: { finding: ['all'], question: ['words'] },
  facts: namedPurpose,
  async handle({ input, tx, actor, now }) {
    const finding = await findingToRead(tx, input.id)
    const { concernedId, askedBy, officerId, viaReportId: _, ...shown } = finding
    const acts = await actsOf(tx, finding.id)
    const staff = await functionsOf(tx, [concernedId, officerId, ...acts.flatMap(({ byId, toId }) => [byId, toId])])
    const who = (id: string | null) => (id && id !== askedBy ? (staff.get(id) ?? null) : null)
    const toAsk = (askedTo: 'person' | 'unit') => answerers(tx, { ...finding, askedTo }, now)
    return {
      finding: { ...shown, isOverdue: isOverdue(finding, now), concerned: who(concernedId), officer: who(officerId) },
      words: await wordsOf(tx, finding),
      acts: acts.map(({ byId, toId, ...act }) => ({
        ...act,
        by: who(byId),
        to: who(toId),
        isAsker: act.kind === 'opened' && askedBy !== null,
      })),
      officers: await officersFor(tx, finding),
      canAsk: { person: (await toAsk('person')).length > 0, unit: (await toAsk('unit')).length > 0 },
      isOwn: officerId === actor.id,
      ownId: actor.id,
      isAboutReader: concernedId !== null && concernedId === actor.id,
      askedBy,
      look: input.purpose,
    }
  },
  about: (_, { finding, askedBy }) => ({
    object: { type: 'finding', ref: finding.id },
    subjects: askedBy ? [askedBy] : [],
    facts: { version: finding.version },
  }),
})

type Act = {
  id: string
  kind: string
  byId: string | null
  toId: string | null
  text: string
  language: string | null
  at: Date
}

const actsOf = (tx: Tx, id: string) => tx.$queryRaw<Act[]>`
  SELECT act_id::text AS id, kind, by_id AS "byId", to_id AS "toId", text, language, acted_at AS at
  FROM finding_act WHERE finding_id = ${id}::uuid ORDER BY act_id`

// Null when nobody asked, and when whoever asked was erased: then their words open for nobody any more.
async function wordsOf(tx: Tx, { id, askedBy }: FindingInHand): Promise<string | null> {
  const own = askedBy && (await sealOfPerson(tx, askedBy))
  const [row] = await tx.$queryRaw<{ sealed: Uint8Array | null }[]>`
    SELECT sealed_question AS sealed FROM finding WHERE id = ${id}::uuid`
  return own && row?.sealed ? own.open(row.sealed, 'finding.sealed_question') : null
}
