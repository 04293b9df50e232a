import { timeHere } from '~/platform/clock.server'
import { database } from '~/platform/db.server'
import type { Circumstances } from '../interaction.server'

const waiting = new Map<string, number>()
const mostWaiting = 5_000

/** Counts a public read by interaction, area, channel, language and day. No row per view; nobody is tracked. */
export function countRead(
  interaction: string,
  area: string | null,
  { channel, language }: Pick<Circumstances, 'channel' | 'language'>,
) {
  const day = timeHere().toISOString().slice(0, 10)
  const key = JSON.stringify([day, interaction, area ?? '', channel, language])
  waiting.set(key, (waiting.get(key) ?? 0) + 1)
  if (waiting.size > mostWaiting) void writeCounts()
}

/** Writes what was counted since the last time: every few seconds, and once more before the process ends. */
export async function writeCounts(): Promise<void> {
  if (waiting.size === 0) return
  const rows = [...waiting].map(([key, n]) => [...(JSON.parse(key) as string[]), n])
  waiting.clear()
  await database().$executeRaw`
    INSERT INTO read_count (day, interaction, area_key, channel, language, n)
    SELECT (r->>0)::date, r->>1, r->>2, r->>3, r->>4, (r->>5)::bigint FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS r
    ON CONFLICT (day, interaction, area_key, channel, language) DO UPDATE SET n = read_count.n + excluded.n`
}
