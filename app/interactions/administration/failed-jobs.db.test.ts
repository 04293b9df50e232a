import { describe, expect, it } from 'vitest'
import { enterAs } from '~/safeguards/door.server'
import type { AnyInteraction } from '~/safeguards/interaction.server'
import { useTown } from '~tests/town'
import { dismissJob, listFailedJobs, retryJob } from './failed-jobs.server'
import { listImports } from './list-imports.server'
import { seeAdministration } from './see-administration.server'

const town = useTown()
const guarded: readonly AnyInteraction[] = [listFailedJobs, retryJob, dismissJob, listImports, seeAdministration]
const admin = () => town.visit('administrator')

/** Work that was tried as often as it may be. */
async function deadJob(error: string): Promise<string> {
  const [job] = await town.sql<{ id: string }>(
    `SELECT id FROM graphile_worker.add_job('letter.send', '{"mailId":"secret-of-somebody"}', max_attempts => 3)`,
  )
  await town.sql(`UPDATE graphile_worker._private_jobs SET attempts = 3, last_error = $1 WHERE id = $2`, [
    error,
    job?.id,
  ])
  return String(job?.id)
}

const listed = async () => {
  const outcome = await enterAs(listFailedJobs, await admin(), {})
  return outcome.ok ? outcome.value.jobs : []
}

describe('work that failed for good', () => {
  it.each(['resident', 'handler', 'oversight'] as const)('is not for %s', async (who) => {
    const visit = await town.visit(who)
    for (const interaction of guarded) {
      expect(await enterAs(interaction, visit, { job: '1' })).toMatchObject({
        ok: false,
        problem: { type: 'not-your-role' },
      })
    }
  })

  it('is shown by kind and cause, without what it was about', async () => {
    const id = await deadJob('Error: 550 5.1.1 <rosa.jansen@residents.example> mailbox unavailable for Rosa Jansen')
    expect(await listed()).toMatchObject([
      { id, task: 'letter.send', isKnown: true, tries: 3, failure: { kind: 'mail-server', code: '550' } },
    ])
    const everything = JSON.stringify(await listed())
    for (const secret of ['rosa', 'Rosa', 'secret-of-somebody']) expect(everything).not.toContain(secret)
  })

  it('is tried again from the first try on, and that is on record', async () => {
    const [job] = await listed()
    expect(await enterAs(retryJob, await admin(), { job: job?.id })).toMatchObject({
      ok: true,
      value: { task: 'letter.send' },
    })
    expect(await listed()).toEqual([])
    expect(await town.sql(`SELECT attempts FROM graphile_worker.jobs`)).toMatchObject([{ attempts: 0 }])
    expect(await town.sql(`SELECT object_ref FROM entry WHERE kind = 'job.retry' AND NOT is_refused`)).toEqual([
      { object_ref: 'letter.send' },
    ])
    expect(await enterAs(retryJob, await admin(), { job: job?.id })).toMatchObject({
      ok: false,
      problem: { type: 'out-of-date' },
    })
    await town.sql('DELETE FROM graphile_worker._private_jobs')
  })

  it('is given up only when that can be recorded', async () => {
    const job = await deadJob('connect ECONNREFUSED 127.0.0.1:25')
    await town.breakRecords('entry')
    await expect(enterAs(dismissJob, await admin(), { job })).rejects.toThrow()
    await town.mendRecords()
    expect(await listed()).toMatchObject([{ failure: { kind: 'connection', code: 'ECONNREFUSED' } }])
    expect(await enterAs(dismissJob, await admin(), { job })).toMatchObject({ ok: true })
    expect(await listed()).toEqual([])
  })

  it('that still has tries left cannot be touched', async () => {
    const [job] = await town.sql<{ id: string }>(
      `SELECT id FROM graphile_worker.add_job('letter.send', '{}', max_attempts => 3)`,
    )
    expect(await enterAs(dismissJob, await admin(), { job: String(job?.id) })).toMatchObject({
      ok: false,
      problem: { type: 'out-of-date' },
    })
    await town.sql('DELETE FROM graphile_worker._private_jobs')
  })
})

it('an administrator sees what asks for them in counts, without a name', async () => {
  const outcome = await enterAs(seeAdministration, await admin(), {})
  expect(outcome).toMatchObject({
    ok: true,
    value: { waiting: 0, deadJobs: 0, categories: 4, staff: 5, administrators: 1, withoutMandate: 1 },
  })
})
