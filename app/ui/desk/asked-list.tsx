import { Link } from '@remix-run/react'
import type { Asked } from '~/interactions/findings/list-asked.server'
import { lastMomentOf } from '~/interactions/issues/issue.input'
import { Deadline } from '../deadline'
import { Empty } from '../empty'
import { FindingState } from '../findings/finding-state'
import { Table } from '../table'
import { useTown } from '../town'
import { When } from '../when'
import { useWords } from '../words'

/** What the list needs to know of it: everything but the version that its form carries. */
export type AskedShown = Omit<Asked, 'version'>

/** What oversight asks of somebody who works here, the nearest last day first. */
export function AskedList({ asked }: { asked: readonly AskedShown[] }) {
  const t = useWords()
  const { now } = useTown()
  if (asked.length === 0) {
    return (
      <Empty title={t('finding.asked.none')}>
        <p>{t('finding.asked.none-next')}</p>
      </Empty>
    )
  }
  return (
    <Table
      caption={t('finding.asked.caption')}
      columns={[
        { key: 'what', label: t('finding.column.what') },
        { key: 'act', label: t('finding.asked.act') },
        { key: 'state', label: t('finding.column.state') },
        { key: 'due', label: t('finding.column.due') },
        { key: 'asked', label: t('finding.asked.on') },
      ]}
      rows={asked.map((one) => ({
        key: one.id,
        cells: {
          what: <Link to={`/desk/findings/${one.id}`}>{t('finding.one.title', { number: one.number })}</Link>,
          act: one.what,
          state: <FindingState state={one.state} isOverdue={isLate(one, now)} verdict={null} />,
          due: one.state === 'asked' ? <Deadline due={lastMomentOf(one.dueAt)} now={now} /> : null,
          asked: <When at={one.askedAt} />,
        },
      }))}
    />
  )
}

const isLate = ({ state, dueAt }: AskedShown, now: string) => state === 'asked' && dueAt <= new Date(now)
