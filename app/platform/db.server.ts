import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '../../prisma/generated/client'
import { planAnew } from './plan-anew.server'

/** The database inside one act: everything a handler does happens in it, or does not happen. */
export type Tx = Prisma.TransactionClient
export type Database = PrismaClient

let current: Database | undefined

// The application works as a role that cannot change or delete records, whoever the connection belongs to.
const sessionSettings = [
  'role=meent_app',
  'statement_timeout=15000',
  'lock_timeout=5000',
  'idle_in_transaction_session_timeout=20000',
]

const mostNamed = 500
const named = new Map<string, string>()

// Statements that are put together from parts come in many texts; past so many, the rest is planned anew as well.
function statementName({ sql }: { sql: string }): string {
  const known = named.get(sql)
  if (known) return known
  if (named.size >= mostNamed || sql.includes(planAnew.sql)) return ''
  const name = `meent_${named.size}`
  named.set(sql, name)
  return name
}

/** A pool of connections in the application's role. `url` as for any PostgreSQL; `pool` is the most connections. */
export function connect(url: string, pool = 20): Database {
  const options = sessionSettings.map((setting) => `-c ${setting}`).join(' ')
  const adapter = new PrismaPg(
    { connectionString: url, max: pool, options, connectionTimeoutMillis: 10_000 },
    { statementNameGenerator: statementName },
  )
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } })
}

/** Opens the database that door and jobs work with. */
export function openDatabase(url: string, pool?: number): Database {
  current = connect(url, pool)
  return current
}

/** The open database. Only the door, the jobs runner and operator commands may ask for it (lint keeps it so). */
export function database(): Database {
  if (!current) throw new Error('The database is not open yet.')
  return current
}

export async function closeDatabase() {
  await current?.$disconnect()
  current = undefined
}

export { Prisma } from '../../prisma/generated/client'
