import type { Prisma, Tx } from '~/platform/db.server'
import { NotFound, OutOfDate } from '~/platform/problems'
import { type TownSettings, townSettings } from '../town/settings'

export type SettingsNow = { version: number; content: TownSettings }

/** The town's settings, held until the act is over. The version is that of the settings, not of the town's data. */
export async function holdSettings(tx: Tx): Promise<SettingsNow> {
  await tx.$queryRaw`SELECT 1 FROM town WHERE id = 1 FOR UPDATE`
  return settingsNow(tx)
}

/** The town's settings as they are, and the number of their last version (1 before anybody changed them). */
export async function settingsNow(tx: Tx): Promise<SettingsNow> {
  const town = await tx.town.findUnique({ where: { id: 1 }, select: { settings: true } })
  if (!town) throw new NotFound()
  const last = await tx.townSettingsVersion.aggregate({ _max: { version: true } })
  return { version: last._max.version ?? 1, content: townSettings.parse(town.settings) }
}

type Author = { changedBy: string; approvedBy?: string; reason: string; now: Date }

/** Makes the next version of the settings: the town changes, and what stood there stays readable for ever. */
export async function writeSettingsVersion(
  tx: Tx,
  before: SettingsNow,
  content: TownSettings,
  author: Author,
): Promise<number> {
  const checked = townSettings.parse(content)
  await tx.townSettingsVersion.createMany({
    skipDuplicates: true,
    data: { version: before.version, content: asJson(before.content), reason: '', changedAt: author.now },
  })
  const version = before.version + 1
  await tx.townSettingsVersion.create({
    data: {
      version,
      content: asJson(checked),
      changedBy: author.changedBy,
      approvedBy: author.approvedBy ?? null,
      reason: author.reason,
      changedAt: author.now,
    },
  })
  const { count } = await tx.town.updateMany({
    where: { id: 1 },
    data: { settings: asJson(checked), version: { increment: 1 }, updatedAt: author.now },
  })
  if (count !== 1) throw new OutOfDate()
  return version
}

const asJson = (content: TownSettings) => content as unknown as Prisma.InputJsonValue
