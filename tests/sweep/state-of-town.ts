import type { Testdam } from './access-things'

// The record grows by refusals, and limits and counts by every visit: that is what they are for.
const records = [
  'entry',
  'entry_pending',
  'entry_opening',
  'processing_line',
  'audit_event',
  'participation_record',
  'read_count',
  'rate_bucket',
  // Counted anew from the issues by whoever looks at the map first.
  'issue_cell',
  'issue_cell_change',
  'issue_cell_clock',
]

/** All that the town holds, table by table, as a number of rows and a fingerprint: to see that an act changed nothing. */
export async function stateOf(town: Testdam): Promise<Record<string, string>> {
  const tables = await town.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1`,
    [records],
  )
  const prints = tables.map(({ name }) =>
    // A session tells when it was last seen; that it is there is what counts.
    name === 'session'
      ? `'session', (SELECT count(*)::text FROM session)`
      : `'${name}', (SELECT count(*) || ' ' || coalesce(md5(string_agg(r, ',' ORDER BY r)), '') FROM (SELECT (to_jsonb(t) - 'entry_count')::text AS r FROM "${name}" t) rows)`,
  )
  const [row] = await town.sql<{ state: Record<string, string> }>(
    `SELECT jsonb_build_object(${prints.join(', ')},
       'queue', (SELECT string_agg(concat_ws(' ', id, attempts), ',' ORDER BY id) FROM graphile_worker._private_jobs)) AS state`,
  )
  return row?.state ?? {}
}

/** The tables that are not as they were. */
export async function changedSince(town: Testdam, before: Record<string, string>): Promise<string[]> {
  const now = await stateOf(town)
  return Object.keys(now).filter((table) => now[table] !== before[table])
}
