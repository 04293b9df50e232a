import pg from 'pg'

/**
 * Lets PostgreSQL look again at tables that have just been filled, so that its plans fit from the first page on. Needs the
 * owner of the tables: the application's own role may not, and autovacuum would come minutes later.
 */
export async function refreshStatistics(databaseUrl: string, tables: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`VACUUM (ANALYZE) ${tables.map((table) => pg.escapeIdentifier(table)).join(', ')}`)
  } finally {
    await client.end()
  }
}
