import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '~/platform/migrations.server'
import { testServer } from './database-server'
import { makeTestdam } from './testdam'

export type TestDatabase = { server: string; template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabase: TestDatabase
  }
}

/** Once per run: a PostgreSQL, and in it one migrated database with Testdam that every test file gets a copy of. */
export default async function setup(project: TestProject) {
  const server = await testServer()
  const template = `meent_template_${randomBytes(5).toString('hex')}`
  try {
    await onDatabase(server.url, 'postgres', (client) => client.query(`CREATE DATABASE ${template}`))
    await migrate(databaseAt(server.url, template))
    await onDatabase(server.url, template, makeTestdam)
  } catch (error) {
    await server.stop()
    throw error
  }
  project.provide('testDatabase', { server: server.url, template })
  return async () => {
    await dropDatabase(server.url, template)
    await server.stop()
  }
}

/** The address of one database of a server. */
export function databaseAt(server: string, name: string): string {
  const address = new URL(server)
  address.pathname = `/${name}`
  return address.href
}

/** Drops one. Pools say that they have ended before their last connection has; cut off, that would be an error nobody catches. */
export const dropDatabase = (server: string, name: string) =>
  onDatabase(server, 'postgres', async (client) => {
    const inUse = async () =>
      (await client.query('SELECT 1 FROM pg_stat_activity WHERE datname = $1 LIMIT 1', [name])).rows.length > 0
    for (let tries = 0; tries < 50 && (await inUse()); tries++) await new Promise((done) => setTimeout(done, 100))
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })

/** Does something with one database as its owner, and hangs up. */
export async function onDatabase<Value>(server: string, name: string, act: (client: pg.Client) => Promise<Value>) {
  const client = new pg.Client({ connectionString: databaseAt(server, name) })
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
