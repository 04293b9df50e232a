import { titleOf } from '~/interactions/issues/issue.input'
import { StatusSign, StatusWords, stateOf, toneOf } from '../issues/status'
import { PageTitle } from '../page-title'
import { Pill } from '../pill'
import { useWords } from '../words'
import type { CaseHere } from './case-page'

/** What it is, where, how many report it, until when it is answered, and who has it. */
export function CaseHead({ page: { case: here, now } }: { page: CaseHere }) {
  const t = useWords()
  const { category, place, area, ref, reportCount, reopenedCount, followers, assignee } = here
  const state = stateOf(here, now)
  const about = [
    area ?? t('desk.no-area'),
    ref,
    t('issue.people', { count: reportCount }),
    ...(followers > 0 ? [t('desk.case.followers', { count: followers })] : []),
    ...(reopenedCount > 0 ? [t('desk.case.reopened', { count: reopenedCount })] : []),
  ]
  return (
    <header className="case-head">
      <PageTitle title={titleOf(t, { category, place })} back={{ to: '/desk', label: t('desk.case.back') }}>
        <p>
          {about.map((one, at) => (
            <span key={one}>
              {at > 0 && ' · '}
              <bdi>{one}</bdi>
            </span>
          ))}
        </p>
      </PageTitle>
      <p className="row">
        <Pill sign={<StatusSign state={state} />} tone={toneOf[state]}>
          <StatusWords issue={here} now={now} />
        </Pill>
        <span className="small">{t('desk.case.who', { who: useAssigneeWords()(assignee) })}</span>
      </p>
    </header>
  )
}

/** Who has a case, in words: the reader, a colleague by function, nobody. */
export function useAssigneeWords() {
  const t = useWords()
  return (assignee: 'me' | 'nobody' | { jobTitle: string }) =>
    typeof assignee === 'string' ? t(`desk.who.${assignee}`) : assignee.jobTitle || t('desk.who.colleague')
}
