import { Form, Link } from '@remix-run/react'
import { Fragment } from 'react'
import { type QueueFilters, queueAddress, queueSorts } from '~/interactions/cases/queue.input'
import type { QueueRow } from '~/interactions/cases/queue-rows.server'
import { titleOf } from '~/interactions/issues/issue.input'
import { Button } from '../button'
import { StatusSign, StatusWords, stateOf, toneOf } from '../issues/status'
import { useWords } from '../words'
import { useAssigneeWords } from './case-head'
import { useListKeys } from './use-list-keys'

type QueueListProps = { filters: QueueFilters; rows: readonly QueueRow[]; now: Date | string; canAcknowledge: boolean }

/** The cases, the nearest last day first; ticked ones can be acknowledged together. */
export function QueueList({ filters, rows, now, canAcknowledge }: QueueListProps) {
  const t = useWords()
  const onKeyDown = useListKeys()
  return (
    <Form method="get" action="/desk/acknowledge">
      <div className="queue-bar">
        <p>
          {t('desk.sort')} <Sorts filters={filters} />
        </p>
        <Keys canAcknowledge={canAcknowledge} />
        {canAcknowledge && <Button weight="secondary">{t('desk.queue.acknowledge')}</Button>}
      </div>
      <ol className="queue" onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <Row key={row.ref} row={row} now={now} canAcknowledge={canAcknowledge} />
        ))}
      </ol>
    </Form>
  )
}

/** In which order, as links. What is closed has one order only. */
function Sorts({ filters }: { filters: QueueFilters }) {
  const t = useWords()
  const { sort, view } = filters
  if (view === 'closed') return <>{t('desk.sort.newest')}</>
  return queueSorts.map((one, at) => (
    <Fragment key={one}>
      {at > 0 && ' · '}
      {one === sort ? (
        <strong>{t(`desk.sort.${one}`)}</strong>
      ) : (
        <Link to={queueAddress({ ...filters, sort: one, after: null })}>{t(`desk.sort.${one}`)}</Link>
      )}
    </Fragment>
  ))
}

/** The keys of the list, in sight of whoever has a keyboard. */
function Keys({ canAcknowledge }: { canAcknowledge: boolean }) {
  const t = useWords()
  return (
    <p className="queue-keys">
      {t('desk.keys')} <kbd>j</kbd> <kbd>↓</kbd> {t('desk.keys.next')} · <kbd>k</kbd> <kbd>↑</kbd>{' '}
      {t('desk.keys.before')} · <kbd>Enter</kbd> {t('desk.keys.open')}
      {canAcknowledge && (
        <>
          {' '}
          · <kbd>x</kbd> {t('desk.keys.tick')}
        </>
      )}
    </p>
  )
}

function Row({ row, now, canAcknowledge }: { row: QueueRow; now: Date | string; canAcknowledge: boolean }) {
  const t = useWords()
  const who = useAssigneeWords()
  const state = stateOf(row, now)
  const title = titleOf(t, row)
  const isNew = row.status === 'open' && !row.isAcknowledged
  return (
    <li>
      {canAcknowledge && (
        <span className="queue-tick">
          {isNew && <input type="checkbox" name="ref" value={row.ref} aria-label={t('desk.queue.tick', { title })} />}
        </span>
      )}
      <StatusSign state={state} />
      <div className="queue-what">
        <Link className="queue-title" to={`/desk/cases/${row.ref}`} data-row="">
          {title}
        </Link>
        <p className="muted small">
          <bdi>{row.area ?? t('desk.no-area')}</bdi> · <bdi>{row.ref}</bdi>
          {row.reportCount > 1 && (
            <>
              {' · '}
              <strong>{t('issue.people.short', { count: row.reportCount })}</strong>
            </>
          )}
        </p>
      </div>
      <p className={`queue-state small tone-${toneOf[state]}`}>
        <StatusWords issue={row} now={now} />
        {row.hasNews && <span className="tone-info"> {t('desk.queue.news')}</span>}
      </p>
      <p className="queue-who small muted">{who(row.assignee)}</p>
    </li>
  )
}
