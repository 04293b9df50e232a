import { When } from '../when'
import { useWords } from '../words'
import type { CaseHere } from './case-page'

/** Notes among colleagues, newest first; apart from everything that is public, and marked so. */
export function CaseNotes({ page: { story, now } }: { page: CaseHere }) {
  const t = useWords()
  return (
    <section className="case-notes" aria-labelledby="case-notes">
      <h2 id="case-notes">{t('desk.notes')}</h2>
      <p className="muted small">{t('desk.notes.about')}</p>
      {story.notes.length === 0 && <p className="muted">{t('desk.notes.none')}</p>}
      <ol className="case-list">
        {story.notes.map(({ id, text, jobTitle, isMine, writtenAt }) => (
          <li key={id}>
            <p className="muted small">
              <When at={writtenAt} now={now} withTime /> ·{' '}
              <bdi>{isMine ? t('desk.who.me') : jobTitle || t('desk.who.colleague')}</bdi>
            </p>
            <p className="told" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
