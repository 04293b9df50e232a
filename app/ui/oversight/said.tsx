import { Link } from '@remix-run/react'
import { Pictogram, type PictogramName } from '../pictogram'
import { useWords } from '../words'
import { useLook } from './look'

type Outcome = 'pass' | 'warn' | 'block' | 'insufficient_data' | 'not_applicable'

/** Who: the role, and for staff the label and the function. Never a name. */
export function Who({ as, staff }: { as: string; staff: { label: string; jobTitle: string } | null }) {
  const t = useWords()
  return (
    <span>
      {t(`register.role.${as}`)}
      {staff && (
        <span className="who-staff">
          {staff.jobTitle && <bdi>{staff.jobTitle}</bdi>} <code className="label-code">{staff.label}</code>
        </span>
      )}
    </span>
  )
}

/** What: the interaction in plain words, leading to its entry. An interaction of an earlier version keeps its own name. */
export function What({ kind, id, isKnown }: { kind: string; id?: string | null; isKnown: boolean }) {
  const t = useWords()
  const { to } = useLook()
  const words = isKnown ? t(`register.interaction.${kind}`) : kind
  return id ? <Link to={to(`/oversight/entries/${id}`)}>{words}</Link> : words
}

const signs: Record<Outcome | 'refused', { sign: PictogramName; tone: string }> = {
  refused: { sign: 'cross', tone: 'danger' },
  block: { sign: 'cross', tone: 'danger' },
  warn: { sign: 'warning', tone: 'warn' },
  pass: { sign: 'check', tone: 'ok' },
  insufficient_data: { sign: 'dash', tone: 'muted' },
  not_applicable: { sign: 'dash', tone: 'muted' },
}

type EndingProps = { isRefused: boolean; worst: Outcome; checks: readonly { id: string; outcome: Outcome }[] }

/** How it ended: a sign, a word, and the checks that said more than "in order". */
export function Ending({ isRefused, worst, checks }: EndingProps) {
  const t = useWords()
  const { sign, tone } = signs[isRefused ? 'refused' : worst]
  const loud = checks.filter(({ outcome }) => outcome === 'block' || outcome === 'warn')
  return (
    <span className={`ending tone-${tone}`}>
      <Pictogram name={sign} size="small" />
      <span>
        {isRefused ? t('oversight.ending.refused') : t(`check.outcome.${worst}`)}
        {loud.length > 0 && <span className="ending-checks"> {loud.map(({ id }) => id).join(', ')}</span>}
      </span>
    </span>
  )
}

/** What it was about; an issue leads to its trail. */
export function AboutObject({ object }: { object: { type: string; ref: string } | null }) {
  const t = useWords()
  const { to } = useLook()
  // A refusal says why beside it; it has no object of its own.
  if (!object || object.type === 'refusal') return <>{t('oversight.nothing')}</>
  if (object.type === 'issue' || object.type === 'issue-trail')
    return <Link to={to(`/oversight/issues/${object.ref}`)}>{object.ref}</Link>
  return (
    <code lang="en" className="object-ref">
      {object.type}: {object.ref}
    </code>
  )
}
