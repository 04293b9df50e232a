import { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import { defineInteraction } from '~/safeguards/door.server'
import { type Change, changesBetween } from '../administration/changes-between'
import { nameOfCategory } from '../issues/category-name'
import { lookPurpose, namedPurpose, oversightReading } from './oversight-reading'
import { functionsOf } from './staff-label.server'

const shown = 100

type Version = {
  of: string
  version: number
  reason: string
  changedAt: Date
  changedBy: string | null
  approvedBy: string | null
  content: Record<string, unknown>
  before: Record<string, unknown> | null
}

/** An oversight officer reads how the rules of the town changed: what stood there, what stands there now, who, why, who agreed. */
export const readRules = defineInteraction({
  ...oversightReading,
  name: 'oversight.read-rules',
  input: z.object({ purpose: lookPurpose }),
  touches: { record: ['category-version', 'settings-version'], staff: ['job-title'] },
  facts: namedPurpose,
  async handle({ input, tx, language }) {
    const versions = await lastVersions(tx)
    const waiting = await tx.proposedChange.findMany({
      where: { state: 'waiting' },
      orderBy: { proposedAt: 'desc' },
      take: shown,
    })
    const people = await functionsOf(tx, [
      ...versions.flatMap(({ changedBy, approvedBy }) => [changedBy, approvedBy]),
      ...waiting.map(({ authorId }) => authorId),
    ])
    const names = await tx.category.findMany({ select: { key: true, name: true } })
    return {
      look: input.purpose,
      names: Object.fromEntries(names.map(({ key, name }) => [key, nameOfCategory(name, language)])),
      versions: versions.map(({ content, before, changedBy, approvedBy, ...version }) => ({
        ...version,
        changes: before ? changesBetween(before, content) : [],
        isFirst: before === null,
        changedBy: (changedBy && people.get(changedBy)) || null,
        approvedBy: (approvedBy && people.get(approvedBy)) || null,
      })),
      waiting: waiting.map(({ id, kind, objectKey, reason, proposedAt, changes, authorId }) => ({
        id,
        of: kind === 'settings' ? '' : objectKey,
        reason,
        proposedAt,
        changes: changes as unknown as Change[],
        author: people.get(authorId) ?? null,
      })),
    }
  },
  about: () => ({ object: { type: 'record', ref: 'rules' } }),
})

// What somebody changed; a category as an import brought it is no change of a rule.
const lastVersions = (tx: Tx) => tx.$queryRaw<Version[]>`
  SELECT * FROM (
    SELECT v.category_key AS "of", v.version, v.reason, v.changed_at AS "changedAt", v.changed_by AS "changedBy",
      v.approved_by AS "approvedBy", v.content, b.content AS before
    FROM category_version v LEFT JOIN category_version b ON b.category_key = v.category_key AND b.version = v.version - 1
    WHERE v.changed_by IS NOT NULL
    UNION ALL
    SELECT '' AS "of", v.version, v.reason, v.changed_at, v.changed_by, v.approved_by, v.content, b.content
    FROM town_settings_version v LEFT JOIN town_settings_version b ON b.version = v.version - 1
    WHERE v.changed_by IS NOT NULL) AS version
  ORDER BY "changedAt" DESC, "of", version DESC LIMIT ${shown}`
