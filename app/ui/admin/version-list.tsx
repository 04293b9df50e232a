import { Empty } from '../empty'
import { When } from '../when'
import { useWords } from '../words'
import { Differences } from './differences'

type Staff = { label: string; jobTitle: string } | null
export type VersionShown = {
  version: number
  reason: string
  changedAt: Date
  changedBy: Staff
  approvedBy: Staff
  isFirst: boolean
  changes: readonly { field: string; before: unknown; after: unknown }[]
}

/** Every version, newest first: what it changed, who, why, and who agreed. */
export function VersionList({ versions }: { versions: readonly VersionShown[] }) {
  const t = useWords()
  const who = (staff: Staff) => (staff ? `${staff.jobTitle} ${staff.label}` : t('admin.history.platform'))
  if (versions.length === 0) {
    return (
      <Empty title={t('admin.history.none')}>
        <p>{t('admin.history.none-next')}</p>
      </Empty>
    )
  }
  return (
    <ol className="trail">
      {versions.map(({ version, reason, changedAt, changedBy, approvedBy, isFirst, changes }) => (
        <li key={version} id={`v${version}`}>
          <h2>{t('admin.history.version', { n: version })}</h2>
          <p className="trail-by">
            <When at={changedAt} withTime /> · <bdi>{who(changedBy)}</bdi>
            {approvedBy && <> · {t('admin.history.approved-by', { who: who(approvedBy) })}</>}
          </p>
          {reason && (
            <p>
              {t('admin.history.reason')} <q dir="auto">{reason}</q>
            </p>
          )}
          {isFirst ? <p className="muted">{t('admin.history.first')}</p> : <Differences changes={changes} />}
        </li>
      ))}
    </ol>
  )
}
