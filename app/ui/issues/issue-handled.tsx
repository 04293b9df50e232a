import { Link } from '@remix-run/react'
import { Card } from '../card'
import { Details } from '../details'
import { Handled } from '../handled'
import { When } from '../when'
import { useWords } from '../words'
import type { PublicIssue } from './issue-page'

/** How it was handled: lawful, equal, intact, from the record itself; what was checked, and where to read what a check is. */
export function IssueHandled({ issue }: { issue: PublicIssue }) {
  const t = useWords()
  const { handling, checks, importSha256 } = issue
  return (
    <div>
      <Handled
        verdicts={handling.map(({ value, outcome, words, values }) => ({ value, outcome, sentence: t(words, values) }))}
      >
        <Link to="/register">{t('story.check-yourself')}</Link>
      </Handled>
      {checks.length > 0 && (
        <Details summary={t('story.checks')}>
          <ul className="small">
            {checks.map(({ id, name, outcome, count }) => (
              <li key={`${id} ${outcome}`}>
                {name}: {outcome} ({t('story.checks.times', { count })})
              </li>
            ))}
          </ul>
        </Details>
      )}
      {importSha256 && (
        <Details summary={t('story.fingerprint')}>
          <code className="small">{importSha256}</code>
        </Details>
      )}
    </div>
  )
}

/** Who opened the details of reporters: by role, purpose and number of times. Names are for oversight. */
export function IssueLooks({ issue }: { issue: PublicIssue }) {
  const t = useWords()
  const { looks, now } = issue
  return (
    <Card title={t('story.looked')}>
      {looks.length === 0 && <p className="small muted">{t('story.looked.none')}</p>}
      {looks.map((look) => (
        <p key={`${look.role} ${look.purpose} ${look.hasContact}`} className="small">
          <strong>{t(look.hasContact ? 'story.looked.contact' : 'story.looked.case')}.</strong>{' '}
          {t('story.looked.times', {
            role: t(`story.role.${look.role}`),
            count: look.count,
            purpose: look.purpose,
          })}{' '}
          <When at={look.lastAt} now={now} />.
        </p>
      ))}
      <p className="small">
        {t('story.looked.yours')} <Link to="/me">{t('story.looked.yours.link')}</Link>.
      </p>
    </Card>
  )
}
