import { Link } from '@remix-run/react'
import { Pill } from '../pill'
import { Table } from '../table'
import { When } from '../when'
import { useWords } from '../words'

type LetterShown = {
  id: string
  template: string
  state: string
  role: string
  madeAt: Date
  tries: number
  nextTryAt: Date | null
}

const tones: Record<string, string> = { waiting: 'info', sent: 'ok', kept: 'muted', failed: 'danger' }

/** Letters one under the other: what kind, for whom, when, and what became of them. */
export function LetterRows({ letters, now }: { letters: readonly LetterShown[]; now: string }) {
  const t = useWords()
  return (
    <Table
      caption={t('mailbox.title')}
      hideCaption
      columns={[
        { key: 'letter', label: t('mailbox.letter') },
        { key: 'for', label: t('mailbox.for') },
        { key: 'when', label: t('mailbox.when') },
        { key: 'state', label: t('mailbox.state') },
      ]}
      rows={letters.map(({ id, template, role, madeAt, ...letter }) => ({
        key: id,
        cells: {
          letter: <Link to={`/admin/mailbox/${id}`}>{t(`mailbox.template.${template}`)}</Link>,
          for: t(`mailbox.role.${role}`),
          when: <When at={madeAt} now={now} withTime />,
          state: <LetterState {...letter} now={now} />,
        },
      }))}
    />
  )
}

type LetterStateProps = Pick<LetterShown, 'state' | 'tries' | 'nextTryAt'> & { now: string }

/** What became of a letter, and when it is tried again. */
export function LetterState({ state, tries, nextTryAt, now }: LetterStateProps) {
  const t = useWords()
  return (
    <>
      <Pill tone={tones[state]}>{t(`mailbox.state.${state}`)}</Pill>
      {tries > 0 && <span className="muted small"> {t('mailbox.tries', { n: tries })}</span>}
      {nextTryAt && (
        <span className="muted small">
          {' · '}
          {t('mailbox.next-try')} <When at={nextTryAt} now={now} withTime />
        </span>
      )}
    </>
  )
}
