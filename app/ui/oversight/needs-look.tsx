import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Deadline } from '../deadline'
import { FilterLinks } from '../filter-links'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { Table } from '../table'
import { useTown } from '../town'
import { When } from '../when'
import { useWords } from '../words'
import { EntriesTable, type EntryShown } from './entries-table'
import { type FindingShown, FindingsTable } from './findings-page'
import { useLook } from './look'
import { LookClear, LookPart } from './look-part'
import { What, Who } from './said'

type Staff = { label: string; jobTitle: string } | null
type Found = { n: number; rows: readonly EntryShown[] }

type NeedsLookProps = {
  days: string
  refusals: Found
  warnings: Found
  rules: Found
  glass: readonly {
    at: Date
    category: string
    reason: string
    ref: string | null
    entryId: string | null
    staff: Staff
  }[]
  findings: { counts: Record<string, number>; rows: readonly FindingShown[] }
  letters: number
  deadJobs: number
  overdue: { n: number; rows: readonly { ref: string; place: string; dueAt: Date; category: string }[] }
  oddHours: { n: number; rows: readonly { id: string; kind: string; isKnown: boolean; at: Date; staff: Staff }[] }
}

/** Where an officer begins: what needs a look, the gravest first. What is in order is said in one line and takes no room. */
export function NeedsLook(look: NeedsLookProps) {
  const t = useWords()
  const { to } = useLook()
  const { days, refusals, warnings, rules, glass, letters, deadJobs, overdue, oddHours, findings } = look
  const list = (query: string) => to(`/oversight/entries?${query}`)
  const { open = 0, overdue: late = 0 } = findings.counts
  const parts = [
    {
      id: 'findings',
      n: open,
      all: to('/oversight/findings'),
      shown: (
        <>
          {late > 0 && (
            <Notice tone="danger">
              <p>
                <Link to={to('/oversight/findings?view=overdue')}>
                  {t('oversight.look.findings.overdue', { n: late })}
                </Link>
              </p>
            </Notice>
          )}
          <FindingsTable rows={findings.rows} caption={t('finding.list.caption.open')} />
        </>
      ),
    },
    {
      id: 'glass',
      n: glass.length,
      shown: <BrokenGlass rows={glass} />,
    },
    {
      id: 'refusals',
      n: refusals.n,
      all: list('ending=refused'),
      shown: <EntriesTable caption={t('oversight.look.refusals.caption')} rows={refusals.rows} />,
    },
    {
      id: 'warnings',
      n: warnings.n,
      all: list('ending=warned'),
      shown: <EntriesTable caption={t('oversight.look.warnings.caption')} rows={warnings.rows} />,
    },
    {
      id: 'overdue',
      n: overdue.n,
      shown: <Overdue rows={overdue.rows} />,
    },
    {
      id: 'odd-hours',
      n: oddHours.n,
      all: list('role=civil-servant'),
      shown: <OddHours rows={oddHours.rows} />,
    },
    {
      id: 'rules',
      n: rules.n,
      all: to('/oversight/rules'),
      shown: <EntriesTable caption={t('oversight.look.rules.caption')} rows={rules.rows} />,
    },
    {
      id: 'undelivered',
      n: letters + deadJobs,
      shown: <p>{t('oversight.look.undelivered.counts', { letters, jobs: deadJobs })}</p>,
    },
  ]
  return (
    <div className="stack">
      <PageTitle title={t('oversight.look.title')}>{t('oversight.look.lead')}</PageTitle>
      <FilterLinks
        label={t('oversight.look.period')}
        links={['1', '7', '30'].map((one) => ({
          to: to(`/oversight?days=${one}`),
          label: t('oversight.look.days', { n: Number(one) }),
          isOn: one === days,
        }))}
      />
      {parts
        .filter(({ n }) => n > 0)
        .map(({ id, n, all, shown }) => (
          <LookPart key={id} {...{ id, n, all }}>
            {shown}
          </LookPart>
        ))}
      <LookClear ids={parts.filter(({ n }) => n === 0).map(({ id }) => id)} />
    </div>
  )
}

function BrokenGlass({ rows }: { rows: NeedsLookProps['glass'] }) {
  const t = useWords()
  const { to } = useLook()
  const entry = (id: string | null, words: ReactNode) =>
    id ? <Link to={to(`/oversight/entries/${id}`)}>{words}</Link> : words
  return (
    <Table
      caption={t('oversight.look.glass.caption')}
      columns={[
        { key: 'when', label: t('oversight.column.when') },
        { key: 'who', label: t('oversight.column.who') },
        { key: 'kind', label: t('oversight.glass.kind') },
        { key: 'reason', label: t('oversight.glass.reason') },
        { key: 'about', label: t('oversight.column.about') },
      ]}
      rows={rows.map(({ at, category, reason, ref, entryId, staff }) => ({
        key: `${entryId ?? at.toISOString()}`,
        cells: {
          when: entry(entryId, <When at={at} withTime />),
          who: <Who as="civil-servant" staff={staff} />,
          kind: t(`check.I03.category.${category}`),
          reason: <q dir="auto">{reason}</q>,
          about: ref ? <Link to={to(`/oversight/issues/${ref}`)}>{ref}</Link> : t('oversight.nothing'),
        },
      }))}
    />
  )
}

function Overdue({ rows }: { rows: NeedsLookProps['overdue']['rows'] }) {
  const t = useWords()
  const { to } = useLook()
  const { now } = useTown()
  return (
    <Table
      caption={t('oversight.look.overdue.caption')}
      columns={[
        { key: 'ref', label: t('oversight.column.issue') },
        { key: 'category', label: t('oversight.column.category') },
        { key: 'place', label: t('oversight.column.place') },
        { key: 'due', label: t('oversight.column.due') },
      ]}
      rows={rows.map(({ ref, place, dueAt, category }) => ({
        key: ref,
        cells: {
          ref: <Link to={to(`/oversight/issues/${ref}`)}>{ref}</Link>,
          category,
          place: <bdi>{place}</bdi>,
          due: <Deadline due={dueAt} now={now} />,
        },
      }))}
    />
  )
}

function OddHours({ rows }: { rows: NeedsLookProps['oddHours']['rows'] }) {
  const t = useWords()
  return (
    <Table
      caption={t('oversight.look.odd-hours.caption')}
      columns={[
        { key: 'what', label: t('oversight.column.what') },
        { key: 'who', label: t('oversight.column.who') },
        { key: 'when', label: t('oversight.column.when') },
      ]}
      rows={rows.map(({ id, kind, isKnown, at, staff }) => ({
        key: id,
        cells: {
          what: <What {...{ id, kind, isKnown }} />,
          who: <Who as="civil-servant" staff={staff} />,
          when: <When at={at} withTime />,
        },
      }))}
    />
  )
}
