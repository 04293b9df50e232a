import type { Tx } from '~/platform/db.server'
import { InvalidInput } from '~/platform/problems'
import { type CategoryContent, categoryContent } from '../categories/category-content'
import { type CategoryNow, writeCategoryVersion } from './category-versions.server'
import { changesBetween } from './changes-between'
import { discretionIn } from './discretion'
import { proposeChange } from './propose-change.server'

/** What became of a change: kept at once as a version, put aside for a second person, or nothing differed. */
export type Became =
  | { became: 'kept'; version: number }
  | { became: 'waiting'; changeId: string; fields: string[] }
  | { became: 'same' }

type Author = { authorId: string; reason: string; now: Date }

/**
 * Changes a category. What shifts discretion takes the whole change with it to the second person: half a change may say
 * something else than the whole.
 */
export async function changeCategory(
  tx: Tx,
  before: CategoryNow,
  after: CategoryContent,
  author: Author,
): Promise<Became> {
  const checked = categoryContent.safeParse(after)
  if (!checked.success) {
    const [first] = checked.error.issues
    throw new InvalidInput({
      [String(first?.path[0] ?? 'form')]:
        first?.path[0] === 'emergency' ? 'admin.field.emergency-text' : 'field.invalid',
    })
  }
  const changes = changesBetween(before.content, checked.data)
  if (changes.length === 0) return { became: 'same' }
  const fields = discretionIn('category', changes)
  const { authorId, reason, now } = author
  if (fields.length === 0) {
    return {
      became: 'kept',
      version: await writeCategoryVersion(tx, before, checked.data, { changedBy: authorId, reason, now }),
    }
  }
  const changeId = await proposeChange(tx, { kind: 'category', objectKey: before.key, changes, reason, authorId, now })
  return { became: 'waiting', changeId, fields }
}
