import { asOwner, importBoston } from './bench-database.server'
import type { Result } from './result.server'

/** How fast a city's history comes in, whole and through the door: rows a second, and the most memory this process had. */
export async function benchImport({ small }: { small: boolean }): Promise<Result> {
  let mostRss = 0
  const watching = setInterval(() => {
    mostRss = Math.max(mostRss, process.memoryUsage.rss())
  }, 100)
  const { imported, seconds } = await importBoston('bench_import', small ? 2_000 : null).finally(() =>
    clearInterval(watching),
  )
  await asOwner('postgres', ['DROP DATABASE IF EXISTS bench_import WITH (FORCE)'])
  const mebibytes = mostRss / 2 ** 20
  return {
    name: 'import',
    rows: [
      { measure: 'reports imported', value: imported.reports, unit: '' },
      { measure: 'time', value: seconds, unit: 's', ...(!small && { must: '< 60', holds: seconds < 60 }) },
      { measure: 'rows a second', value: imported.survey.rows / seconds, unit: '/s' },
      { measure: 'most memory of the process', value: mebibytes, unit: 'MiB', must: '< 1024', holds: mebibytes < 1024 },
    ],
    raw: { ...imported, seconds, mostRss },
  }
}
