import { Form } from '@remix-run/react'
import { Button } from '../button'
import { fullDate } from '../dates'
import { HiddenFields } from '../hidden-fields'
import { Pill } from '../pill'
import { useTown } from '../town'
import { useWords } from '../words'

type SessionShown = { sessionId: string; device: string; createdAt: Date; seenAt: Date; isThisOne: boolean }

/** Where somebody is signed in, and the press that ends it there. */
export function SessionList({ sessions }: { sessions: readonly SessionShown[] }) {
  return (
    <ul className="own-list">
      {sessions.map((session) => (
        <li key={session.sessionId}>
          <SessionLine {...session} />
        </li>
      ))}
    </ul>
  )
}

function SessionLine({ sessionId, device, createdAt, seenAt, isThisOne }: SessionShown) {
  const t = useWords()
  const { now } = useTown()
  const named = device || t('me.sessions.unknown')
  const day = (at: Date) => fullDate(new Date(at), { locale: t.intl.locale, timezone: t.timezone }, new Date(now), true)
  return (
    <>
      <div>
        <p>
          <strong>{named}</strong> {isThisOne && <Pill tone="ok">{t('me.sessions.this')}</Pill>}
        </p>
        <p className="muted small">{t('me.sessions.times', { since: day(createdAt), seen: day(seenAt) })}</p>
      </div>
      {!isThisOne && (
        <Form method="post">
          <HiddenFields fields={{ sessionId }} />
          <Button weight="secondary" aria-label={t('me.sessions.end-which', { device: named })}>
            {t('me.sessions.end')}
          </Button>
        </Form>
      )}
    </>
  )
}
