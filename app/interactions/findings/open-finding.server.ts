import { randomUUID } from 'node:crypto'
import type { Tx } from '~/platform/db.server'
import { deadlineOf } from '~/safeguards/lawfulness/deadlines'
import { holidaysOf } from '~/safeguards/lawfulness/holidays'
import type { Language } from '~/safeguards/vocabulary'
import { sealOfPerson } from '../people/person-key.server'
import { townOf } from '../town/town.server'
import { type AboutType, daysFor, type FindingKindName, findingKinds } from './kinds'

/** What is known when a finding is opened. Without `dueAt` the deadline is that of its kind, in the town's working days. */
export type NewFinding = {
  kind: FindingKindName
  about: { type: AboutType; ref: string }
  openedAt: Date
  dueAt?: Date
  /** Public id of the entry it is about, and the reference of the case, where there is one. */
  entryId?: string | null
  issueRef?: string | null
  /** Whose act it is about, and their unit. */
  concernedId?: string | null
  department?: string | null
  /** What a check found, in numbers and words that name nobody. */
  statistic?: Record<string, string | number | boolean>
  /** Who asks, in their own words; for kinds that somebody asks. */
  asked?: { personId: string; language: Language; words: string; viaReportId?: string | null; isSignedIn: boolean }
}

export type OpenedFinding = { id: string; number: number; state: string; dueAt: Date; isNew: boolean }

/**
 * Opens a finding in the transaction of the act or the check that found it. Twice the same (a question about one look, an
 * open finding of one kind about one thing) is one finding: the one that is there comes back with `isNew` false.
 */
export async function openFinding(tx: Tx, given: NewFinding): Promise<OpenedFinding> {
  const { kind, about, openedAt, asked } = given
  const declared = findingKinds[kind]
  if (!(declared.about as readonly AboutType[]).includes(about.type) || declared.isAsked !== (asked !== undefined))
    throw new Error(`A finding of the kind ${kind} is not opened like this.`)
  const dueAt = given.dueAt ?? (await dueAtOf(tx, kind, openedAt))
  const sealed = asked ? await sealedWords(tx, asked) : null
  const statistic = given.statistic ? JSON.stringify(given.statistic) : null
  const id = randomUUID()
  const [made] = await tx.$queryRaw<OpenedFinding[]>`
    INSERT INTO finding (id, kind, about_type, about_ref, entry_id, issue_ref, concerned_id, department, asked_by, via_report_id,
      language, sealed_question, statistic, opened_at, due_at)
    VALUES (${id}::uuid, ${kind}, ${about.type}, ${about.ref}, ${given.entryId ?? null}::uuid, ${given.issueRef ?? null},
      ${given.concernedId ?? null}::uuid, ${given.department ?? null}, ${asked?.personId ?? null}::uuid,
      ${asked?.viaReportId ?? null}::uuid, ${asked?.language ?? null}, ${sealed}, ${statistic}::jsonb, ${openedAt}, ${dueAt})
    ON CONFLICT DO NOTHING RETURNING id, number, state, due_at AS "dueAt", true AS "isNew"`
  if (made) {
    const by = asked?.isSignedIn ? asked.personId : null
    await tx.$executeRaw`
      INSERT INTO finding_act (finding_id, kind, by_id, acted_at) VALUES (${id}::uuid, 'opened', ${by}::uuid, ${openedAt})`
    return made
  }
  const [known] = await tx.$queryRaw<OpenedFinding[]>`
    SELECT id, number, state, due_at AS "dueAt", false AS "isNew" FROM finding
    WHERE kind = ${kind} AND about_type = ${about.type} AND about_ref = ${about.ref} ORDER BY number DESC LIMIT 1`
  if (!known) throw new Error('A finding was neither made nor found.')
  return known
}

async function dueAtOf(tx: Tx, kind: FindingKindName, receivedAt: Date): Promise<Date> {
  const { settings, timezone, country } = await townOf(tx)
  const rule = {
    regime: 'service_standard',
    days: daysFor(kind, settings.findingDays),
    dayKind: 'working',
    source: `town.findingDays.${kind}`,
  } as const
  return deadlineOf({ rule, receivedAt, timezone, isHoliday: holidaysOf(country) }, receivedAt).dueAt
}

async function sealedWords(tx: Tx, { personId, words }: NonNullable<NewFinding['asked']>) {
  const own = await sealOfPerson(tx, personId)
  if (!own) throw new Error('Somebody who was erased cannot ask.')
  return own.seal(words, 'finding.sealed_question')
}
