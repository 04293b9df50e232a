import { Link } from '@remix-run/react'
import { Facts } from '../facts'
import { Pill } from '../pill'
import { When } from '../when'
import { useWords } from '../words'

export type LookShown = {
  lineId: string
  at: Date
  by: string
  role: string
  jobTitle: string | null
  department: string | null
  data: readonly string[]
  use: string | null
  activity: string | null
  isRefused: boolean
  glass: string | null
  issueRef: string | null
}

/** Each use of somebody's details: when, in which function, which data, why and for what. */
export function LookList({ looks, now }: { looks: readonly LookShown[]; now: string }) {
  return (
    <ol className="looks">
      {looks.map((look) => (
        <LookItem key={look.lineId} look={look} now={now} />
      ))}
    </ol>
  )
}

function LookItem({ look, now }: { look: LookShown; now: string }) {
  const t = useWords()
  const { at, data, use, activity, isRefused, glass, issueRef } = look
  return (
    <li>
      <p className="looks-who">
        <Who {...look} />
      </p>
      <p className="muted small">
        <When at={at} now={now} withTime />
      </p>
      {glass && (
        <p>
          <Pill tone="warn">{t('me.looked.glass', { reason: t(`me.glass.${glass}`) })}</Pill>
        </p>
      )}
      {isRefused && <p>{t('me.looked.refused')}</p>}
      <Facts
        facts={[
          {
            term: t('me.looked.which'),
            value: data.length > 0 ? data.map((kind) => t(`me.data.${kind}`)).join('; ') : t('me.data.none'),
          },
          { term: t('me.looked.why'), value: use && t(`activity.use.${use}`) },
          { term: t('me.looked.for'), value: activity && t(`activity.${activity}.name`) },
          { term: t('me.looked.about'), value: issueRef && <IssueLink issueRef={issueRef} /> },
        ]}
      />
    </li>
  )
}

function Who({ by, role, jobTitle, department }: LookShown) {
  const t = useWords()
  if (by !== 'staff') return <>{t(`me.looked.who.${by}`)}</>
  const title = jobTitle ?? t(`me.role.${role}`)
  return <>{department ? t('me.looked.who.staff', { title, department }) : title}</>
}

const IssueLink = ({ issueRef }: { issueRef: string }) => (
  <Link className="ref" to={`/issues/${issueRef}`}>
    {issueRef}
  </Link>
)
