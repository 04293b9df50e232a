import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { factsOfBatch, noteBatch, objectOfBatch, raiseVersion } from './batch-record.server'
import { type PreparedRow, rowsOfBatch, sourceOfBatch } from './prepared-row'
import { issuesTheyRepeat } from './repeats.server'
import { freeReferences, stableId } from './stable-ids.server'

/**
 * An operator brings a portion of the town's old reports in: what, where, when and how it ended, without anybody's name. Each
 * row is a report with an issue of its own, or joins the issue that it repeats.
 */
export const importBatch = defineInteraction({
  name: 'city.import-batch',
  input: z.object({
    source: sourceOfBatch,
    refPrefix: z.string(),
    rejected: z.number().int().min(0),
    rows: rowsOfBatch,
  }),
  roles: ['system'],
  purpose: 'imported-history',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['performing', 'equality', 'integrity'],
  effect: 'write',
  touches: { issue: ['category', 'place', 'status'], report: ['category', 'place', 'time'] },

  async handle({ input: { source, refPrefix, rejected, rows }, tx, now }) {
    const nothing = { isNew: false, reports: 0, issues: 0, joined: 0, rejected }
    if (await isKnown(tx, source)) return nothing
    const fresh = await notYetHere(tx, rows)
    const repeats = source.part === 'repeats' ? await issuesTheyRepeat(tx, fresh) : new Map<string, string>()
    const alone = fresh.filter(({ id }) => !repeats.has(id))
    const counts = { reports: fresh.length, issues: alone.length, rejected }
    const batchId = await noteBatch(tx, source, counts, now)
    if (batchId === null) return nothing

    const references = await freeReferences(
      tx,
      refPrefix,
      source.cityKey,
      alone.map(({ id }) => id),
    )
    const entered = fresh.map((row) => ({
      ...row,
      ref: references.get(row.id) ?? null,
      issueId: repeats.get(row.id) ?? stableId(source.cityKey, 'issue', row.id),
      reportId: stableId(source.cityKey, 'report', row.id),
      isMeToo: repeats.has(row.id),
    }))
    await write(tx, JSON.stringify(entered), batchId, source.part === 'repeats')
    await raiseVersion(tx, now)
    return { isNew: true, ...counts, joined: repeats.size }
  },

  about: ({ source }, { reports, issues, rejected, joined }) => ({
    object: objectOfBatch(source),
    facts: { ...factsOfBatch(source, { reports, issues, rejected }), joined },
  }),
})

const isKnown = async (tx: Tx, { cityKey, part, sha256: fileSha256, firstRow }: z.output<typeof sourceOfBatch>) =>
  (await tx.importBatch.count({ where: { cityKey, part, fileSha256, firstRow } })) > 0

// A newer export holds the old rows again: they stay as they are, with all that happened to them here since.
async function notYetHere(tx: Tx, rows: readonly PreparedRow[]): Promise<PreparedRow[]> {
  const here = await tx.$queryRaw<{ id: string }[]>`
    SELECT origin_id AS id FROM report WHERE origin_id = ANY(${rows.map(({ id }) => id)}::text[])`
  const known = new Set(here.map(({ id }) => id))
  return known.size === 0 ? [...rows] : rows.filter(({ id }) => !known.has(id))
}

// One statement for issues and reports; a second one counts those that joined.
async function write(tx: Tx, rows: string, batchId: string, areRepeats: boolean) {
  await tx.$executeRaw`
    WITH row AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb) AS r(id text, category text, "createdAt" timestamptz, "dueAt" timestamptz,
        "closedAt" timestamptz, status text, outcome text, channel text, language text, "isInAnalysis" boolean,
        "hasTimeConflict" boolean, origin jsonb, lat double precision, lng double precision, quadkey bigint, "areaKey" text,
        place text, ref text, "issueId" uuid, "reportId" uuid, "isMeToo" boolean)),
    new_issue AS (
      INSERT INTO issue (id, ref, category_key, status, place, lat, lng, quadkey, area_key, reported_at, updated_at, due_at,
        closed_at, origin_id, origin_outcome, is_imported, has_unknown_original, has_time_conflict)
      SELECT "issueId", ref, category, status, place, lat, lng, quadkey, "areaKey", "createdAt",
        greatest("createdAt", "closedAt"), "dueAt", "closedAt", id, outcome, true, ${areRepeats}, "hasTimeConflict"
      FROM row WHERE NOT "isMeToo")
    INSERT INTO report (id, issue_id, channel, language, lat, lng, area_key, is_me_too, reported_at, origin_id,
      import_batch_id, origin, is_in_analysis)
    SELECT "reportId", "issueId", channel, language, lat, lng, "areaKey", "isMeToo", "createdAt", id, ${batchId}::uuid,
      origin || jsonb_strip_nulls(jsonb_build_object('outcome', outcome)), "isInAnalysis"
    FROM row`
  if (!areRepeats) return
  await tx.$executeRaw`
    UPDATE issue SET report_count = issue.report_count + joined.n
    FROM (SELECT issue_id, count(*)::integer AS n FROM report WHERE import_batch_id = ${batchId}::uuid AND is_me_too GROUP BY issue_id) AS joined
    WHERE issue.id = joined.issue_id`
}
