import { Details } from '../details'
import { When } from '../when'
import { useWords } from '../words'
import type { CaseHere } from './case-page'

// Acts with a sentence of their own; what other parts of the platform do to an issue is named by its kind of act.
const named = [
  'issue.report',
  'issue.me-too',
  'report.add',
  'receipt.read',
  'photo.open',
  'follow.ask',
  'follow.tell',
  'case.open',
  'case.take',
  'case.assign',
  'case.release',
  'case.list-colleagues',
  'case.acknowledge',
  'case.publish-update',
  'case.plan-work',
  'case.ask-reporter',
  'case.move',
  'case.close',
  'note.write',
  'contact.show-way',
  'contact.open',
  'contact.break-glass',
  'interest.declare',
  'interest.waive',
]

/** Every act on this case as the record has it: what, by which role, when. Names of colleagues are for oversight. */
export function CaseRecord({ page: { story, now } }: { page: CaseHere }) {
  const t = useWords()
  return (
    <Details summary={t('desk.record', { count: story.acts.length })}>
      <ol className="case-record small">
        {story.acts.map(({ kind, role, worst, madeAt }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the record has no other number that may be shown
          <li key={at}>
            <When at={madeAt} now={now} withTime />
            <span>{named.includes(kind) ? t(`desk.record.${kind}`) : t('desk.record.other', { kind })}</span>
            <span className="muted">{t(`desk.role.${role}`)}</span>
            {worst === 'warn' && <span className="tone-warn">{t('desk.record.warned')}</span>}
          </li>
        ))}
      </ol>
    </Details>
  )
}
