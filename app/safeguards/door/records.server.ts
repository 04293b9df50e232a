import { randomUUID } from 'node:crypto'
import { timeHere } from '~/platform/clock.server'
import { Prisma, type Tx } from '~/platform/db.server'
import { env } from '~/platform/env.server'
import type { Problem } from '~/platform/problems'
import type { CheckResult, Facts } from '../check'
import { worstOf } from '../checks'
import { type ActEntry, entryTime } from '../integrity/entry'
import { encodeEntry } from '../integrity/entry.server'
import type { About, Actor, Circumstances, Job, Recorded } from '../interaction.server'
import { activityOf } from '../lawfulness/processing-activities'
import { newSpanId } from '../lawfulness/trace-context'
import { staffRoles } from '../vocabulary'
import { auditOf } from './audit-record.server'
import { linesOf } from './lines-record.server'
import { commitPeople, type PersonInEntry } from './openings.server'

export type ActToRecord = {
  // biome-ignore lint/suspicious/noExplicitAny: the record is the same whatever the input and the value are
  interaction: Recorded<any, any>
  actor: Actor
  circumstances: Circumstances
  about: About
  results: readonly CheckResult[]
  jobs: readonly Job[]
  facts?: Facts
  problem?: Problem
}

/**
 * Writes all that an act leaves behind, in one statement: the entry with its place in the outbox, sealed openings, lines
 * of the processing log, the audit event of a staff member, the participation record and the queued work. Throws when any
 * of it cannot be written, and then the act does not happen.
 */
export async function writeRecords(tx: Tx, act: ActToRecord): Promise<void> {
  const { interaction, actor, circumstances, about, results, jobs, problem } = act
  const { now, traceId, language } = circumstances
  const spanId = newSpanId()
  const channel = about.channel ?? circumstances.channel
  const people = peopleIn(actor, about)
  const { commitments, openings } = await commitPeople(tx, people)
  const { who, ...pii } = commitments
  const entry: ActEntry = {
    v: 1,
    id: randomUUID(),
    k: interaction.name,
    t: entryTime(now),
    role: actor.role,
    ...(who && { who }),
    obj: about.object,
    why: interaction.purpose,
    data: {
      outcome: problem ? 'refused' : 'done',
      checks: results.map(({ id, version, outcome }) => ({ id, v: version, outcome })),
      ict_role: interaction.ictRole,
      phase: interaction.phase,
      channel,
      language,
      activity: activityOf(interaction.purpose)?.version ?? 0,
      trace: traceId,
      ...(problem && { problem: problem.type }),
      ...(about.facts && Object.keys(about.facts).length > 0 && { facts: about.facts }),
    },
    ...(Object.keys(pii).length > 0 && { pii }),
  }
  const { bytes, leafHash } = encodeEntry(entry)
  const checksSaid = results.map(({ id, version, outcome, explanation, values }) => ({
    id,
    version,
    outcome,
    explanation,
    values,
  }))
  const lines = linesOf(act, spanId, env().baseUrl, timeHere())
  const audit = staffRoles.includes(actor.role) && actor.id ? [auditOf(act, spanId)] : []
  const parts: Prisma.Sql[] = [
    Prisma.sql`new_entry AS (
      INSERT INTO entry (id, kind, entry, leaf_hash, is_refused, worst, role, purpose, ict_role, area_key, channel, language,
        object_type, object_ref, trace_id, checks, problem, made_at)
      VALUES (${entry.id}::uuid, ${entry.k}, ${bytes}, ${leafHash}, ${problem !== undefined}, ${worstOf(results)}, ${actor.role},
        ${interaction.purpose}, ${interaction.ictRole}, ${about.area ?? null}, ${channel}, ${language}, ${about.object.type},
        ${about.object.ref}, ${traceId}, ${JSON.stringify(checksSaid)}::jsonb, ${problem?.type ?? null}, ${now})
      RETURNING entry_id)`,
    Prisma.sql`pending AS (INSERT INTO entry_pending (entry_id) SELECT entry_id FROM new_entry)`,
  ]
  if (openings.length > 0)
    parts.push(Prisma.sql`openings AS (
      INSERT INTO entry_opening (entry_id, name, person_id, sealed)
      SELECT new_entry.entry_id, o->>'name', (o->>'personId')::uuid, decode(o->>'sealed', 'base64')
      FROM new_entry, jsonb_array_elements(${JSON.stringify(openings)}::jsonb) AS o)`)
  if (lines.length > 0)
    parts.push(Prisma.sql`lines AS (
      INSERT INTO processing_line (trace_id, span_id, parent_span_id, status, name, started_at_ms, ended_at_ms,
        processing_activity_id, data_subject_id, data_subject_id_type, attributes)
      SELECT l->>'trace_id', l->>'span_id', l->>'parent_span_id', l->>'status', l->>'name', (l->>'start_time')::bigint,
        (l->>'end_time')::bigint, l->'attributes'->>'dpl.core.processing_activity_id',
        l->'attributes'->>'dpl.core.data_subject_id', l->'attributes'->>'dpl.core.data_subject_id_type', l->'resource'
      FROM jsonb_array_elements(${JSON.stringify(lines)}::jsonb) AS l)`)
  if (audit.length > 0)
    parts.push(Prisma.sql`audit AS (
      INSERT INTO audit_event (trace_id, span_id, event_type, outcome_indicator, person_id, role, purpose_of_use, protocol,
        mandate_id, break_glass, object_type, object_ref, fields, happened_at)
      SELECT a->>'traceId', a->>'spanId', a->>'type', a->>'outcome', (a->>'personId')::uuid, a->>'role', a->>'purposeOfUse',
        a->>'protocol', (a->>'mandateId')::integer, a->'breakGlass', a->>'objectType', a->>'objectRef',
        ARRAY(SELECT jsonb_array_elements_text(a->'fields')), ${now}
      FROM jsonb_array_elements(${JSON.stringify(audit)}::jsonb) AS a)`)
  if (isParticipation(act))
    parts.push(Prisma.sql`participation AS (
      INSERT INTO participation_record (interaction, phase, area_key, channel, language, is_assisted, day)
      VALUES (${interaction.name}, ${interaction.phase}, ${about.area ?? null}, ${channel}, ${language},
        ${about.isAssisted ?? false}, ${now}::timestamptz::date))`)
  const queued =
    jobs.length > 0 ? Prisma.sql`, queue_jobs(${JSON.stringify(jobs)}::jsonb)::text AS queued` : Prisma.empty
  const written = await tx.$queryRaw<
    unknown[]
  >`WITH ${Prisma.join(parts, ', ')} SELECT entry_id${queued} FROM new_entry`
  if (written.length !== 1) throw new Error('The record of an act was not written.')
}

// The person who acts stands as `who`; those whose data are touched as subject_1, subject_2 and so on.
function peopleIn(actor: Actor, about: About): PersonInEntry[] {
  const subjects = [...new Set(about.subjects ?? [])].filter((personId) => personId !== actor.id)
  return [
    ...(actor.id ? [{ name: 'who', personId: actor.id }] : []),
    ...subjects.map((personId, at) => ({ name: `subject_${at + 1}`, personId })),
  ]
}

const isParticipation = ({ interaction, actor, about, problem }: ActToRecord) =>
  !problem &&
  interaction.effect === 'write' &&
  interaction.phase !== 'governance' &&
  (actor.role === 'resident' || about.isAssisted === true)
