import type { Tx } from '~/platform/db.server'
import type { TownSettings } from '../town/settings'
import type { Became } from './change-category.server'
import { changesBetween } from './changes-between'
import { discretionIn } from './discretion'
import { NothingChanged } from './problems'
import { proposeChange } from './propose-change.server'
import { type SettingsNow, writeSettingsVersion } from './settings-versions.server'

type Author = { authorId: string; reason: string; now: Date }

/** Changes the settings at once, or puts the change aside for a second person where it shifts discretion. */
export async function changeSettings(
  tx: Tx,
  before: SettingsNow,
  after: TownSettings,
  { authorId, reason, now }: Author,
): Promise<Exclude<Became, { became: 'same' }>> {
  const changes = changesBetween(before.content, after)
  if (changes.length === 0) throw new NothingChanged()
  const fields = discretionIn('settings', changes)
  if (fields.length > 0) {
    const changeId = await proposeChange(tx, { kind: 'settings', objectKey: 'town', changes, reason, authorId, now })
    return { became: 'waiting', changeId, fields }
  }
  return {
    became: 'kept',
    version: await writeSettingsVersion(tx, before, after, { changedBy: authorId, reason, now }),
  }
}
