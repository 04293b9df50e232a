import { type QueueFilters, queueAddress, queueViews } from '~/interactions/cases/queue.input'
import type { QueueCounts } from '~/interactions/cases/queue-counts.server'
import { FilterLinks } from '../filter-links'
import { useWords } from '../words'

type QueueViewsProps = { filters: QueueFilters; counts: QueueCounts; most: number }

/** Ready-made views of the queue, each an address that can be kept or sent to a colleague. */
export function QueueViews({ filters, counts, most }: QueueViewsProps) {
  const t = useWords()
  return (
    <FilterLinks
      label={t('desk.views')}
      links={queueViews.map((view) => {
        const count = (counts as Partial<Record<string, number>>)[view]
        return {
          key: view,
          to: queueAddress({ ...filters, view, after: null }),
          isOn: filters.view === view,
          label: (
            <>
              {t(`desk.view.${view}`)}
              {count !== undefined && (
                <span className="count">
                  <span className="visually-hidden">{t('desk.view.count')} </span>
                  {count >= most ? t('desk.view.many', { count: most - 1 }) : t.intl.formatNumber(count)}
                </span>
              )}
            </>
          ),
        }
      })}
    />
  )
}
