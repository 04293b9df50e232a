import { lastMomentOf } from '~/interactions/issues/issue.input'
import { Deadline } from '../deadline'
import { type IssueState, StatusSign, toneOf } from '../issues/status'
import { Pill } from '../pill'
import { useTown } from '../town'
import { useWords } from '../words'

// The same signs as for issues: a shape means one thing on every page.
const signs: Record<string, IssueState> = {
  open: 'open',
  asked: 'waiting',
  explained: 'in-progress',
  answered: 'resolved',
  closed: 'resolved',
}

export type FindingStanding = { state: string; isOverdue: boolean; dueAt: Date; verdict: string | null }

/** Where a finding stands, in sign and words; a closed one says how it was judged. */
export function FindingState({ state, isOverdue, verdict }: Omit<FindingStanding, 'dueAt'>) {
  const t = useWords()
  const sign = isOverdue ? 'overdue' : (signs[state] ?? 'open')
  return (
    <Pill sign={<StatusSign state={sign} />} tone={toneOf[sign]}>
      {isOverdue ? t('finding.state.overdue') : t(`finding.state.${state}`)}
      {verdict && `: ${t(`finding.verdict.${verdict}`)}`}
    </Pill>
  )
}

/** Until when oversight answers. Nothing once it has. */
export function FindingDeadline({ state, dueAt }: Pick<FindingStanding, 'state' | 'dueAt'>) {
  const { now } = useTown()
  if (state === 'answered' || state === 'closed') return null
  return <Deadline due={lastMomentOf(dueAt)} now={now} />
}
