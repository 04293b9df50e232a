import { Link } from '@remix-run/react'
import { Empty } from '../empty'
import { FilterLinks } from '../filter-links'
import { FindingDeadline, FindingState } from '../findings/finding-state'
import { PageTitle } from '../page-title'
import { Pager } from '../pager'
import { Table } from '../table'
import { When } from '../when'
import { useWords } from '../words'
import { useLook } from './look'

export type FindingShown = {
  id: string
  number: number
  kind: string
  state: string
  issueRef: string | null
  openedAt: Date
  dueAt: Date
  verdict: string | null
  isOverdue: boolean
  officer: { label: string; jobTitle: string } | null
}

type FindingsPageProps = {
  view: string
  rows: readonly FindingShown[]
  next: number | null
  counts: Record<string, number>
}

const views = ['open', 'overdue', 'answered', 'closed']

/** The one queue of oversight: what waits, with the nearest last day first, and what was answered and closed. */
export function FindingsPage({ view, rows, next, counts }: FindingsPageProps) {
  const t = useWords()
  const { to } = useLook()
  return (
    <div className="stack">
      <PageTitle title={t('finding.list.title')}>{t('finding.list.lead')}</PageTitle>
      <FilterLinks
        label={t('finding.list.views')}
        links={views.map((one) => ({
          to: to(`/oversight/findings?view=${one}`),
          label: t(`finding.view.${one}`, { n: counts[one] ?? 0 }),
          isOn: one === view,
        }))}
      />
      {rows.length === 0 ? (
        <Empty title={t(`finding.list.none.${view}`)}>
          <p>{t('finding.list.none-next')}</p>
        </Empty>
      ) : (
        <FindingsTable rows={rows} caption={t(`finding.list.caption.${view}`)} />
      )}
      <Pager older={next === null ? null : to(`/oversight/findings?view=${view}&before=${next}`)} />
      <p>
        <Link to={to('/oversight/exceptions')}>{t('finding.exception.title')}</Link>
      </p>
    </div>
  )
}

/** Findings side by side, each leading to its page. */
export function FindingsTable({ rows, caption }: { rows: readonly FindingShown[]; caption: string }) {
  const t = useWords()
  const { to } = useLook()
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'what', label: t('finding.column.what') },
        { key: 'state', label: t('finding.column.state') },
        { key: 'due', label: t('finding.column.due') },
        { key: 'officer', label: t('finding.column.officer') },
        { key: 'about', label: t('oversight.column.about') },
        { key: 'opened', label: t('finding.column.opened') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          what: (
            <Link to={to(`/oversight/findings/${row.id}`)}>
              {t('finding.name', { number: row.number, kind: t(`finding.kind.${row.kind}`) })}
            </Link>
          ),
          state: <FindingState {...row} />,
          due: <FindingDeadline {...row} />,
          officer: row.officer ? <code className="label-code">{row.officer.label}</code> : t('finding.nobody'),
          about: row.issueRef ? (
            <Link to={to(`/oversight/issues/${row.issueRef}`)}>{row.issueRef}</Link>
          ) : (
            t('oversight.nothing')
          ),
          opened: <When at={row.openedAt} />,
        },
      }))}
    />
  )
}
