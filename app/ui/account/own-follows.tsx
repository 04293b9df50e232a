import { Form, Link } from '@remix-run/react'
import { Button } from '../button'
import { HiddenFields } from '../hidden-fields'
import { useWords } from '../words'

type OwnFollowShown = { followId: string; what: string; ref: string | null; confirmedAt: Date | null }

/** What somebody follows by mail, each with the press that ends it. */
export function OwnFollows({ follows }: { follows: readonly OwnFollowShown[] }) {
  const t = useWords()
  return (
    <>
      {follows.length === 0 && <p>{t('me.follows.none')}</p>}
      {follows.length > 0 && (
        <ul className="own-list">
          {follows.map(({ followId, what, ref, confirmedAt }) => (
            <li key={followId}>
              <span>
                {ref ? <Link to={`/issues/${ref}`}>{what}</Link> : what}
                {!confirmedAt && <span className="muted small"> ({t('me.follows.waiting')})</span>}
              </span>
              <Form method="post" action="/me/follows/end">
                <HiddenFields fields={{ followId }} />
                <Button weight="secondary" aria-label={t('me.follows.stop-what', { what })}>
                  {t('me.follows.stop')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/follow">{t('me.follows.more')}</Link>
      </p>
    </>
  )
}
