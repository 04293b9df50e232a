import { Link } from '@remix-run/react'
import type { QueueFilters } from '~/interactions/cases/queue.input'
import { Empty } from '../empty'
import { useWords } from '../words'

/** Nothing in this view, said per view: an empty list of overdue cases is good news. */
export function QueueEmpty({ filters }: { filters: QueueFilters }) {
  const t = useWords()
  const isNarrowed = filters.q !== '' || filters.category.length > 0 || filters.area.length > 0
  return (
    <Empty title={isNarrowed ? t('desk.empty.narrowed') : t(`desk.empty.${filters.view}`)}>
      <Link to={isNarrowed ? '/desk' : '/desk?view=unassigned'}>
        {isNarrowed ? t('desk.search.clear') : t('desk.empty.unassigned-link')}
      </Link>
    </Empty>
  )
}
