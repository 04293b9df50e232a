import { Differences } from '../admin/differences'
import { Empty } from '../empty'
import { PageTitle } from '../page-title'
import { When } from '../when'
import { useWords } from '../words'

type Staff = { label: string; jobTitle: string } | null
type Change = { field: string; before: unknown; after: unknown }
type RulesPageProps = {
  names: Record<string, string>
  waiting: readonly {
    id: string
    of: string
    reason: string
    proposedAt: Date
    changes: readonly Change[]
    author: Staff
  }[]
  versions: readonly {
    of: string
    version: number
    reason: string
    changedAt: Date
    isFirst: boolean
    changes: readonly Change[]
    changedBy: Staff
    approvedBy: Staff
  }[]
}

/** How the rules of the town changed: what stood there, what stands there now, who, why, and who agreed. */
export function RulesPage({ names, waiting, versions }: RulesPageProps) {
  const t = useWords()
  const nameOf = (of: string) => (of === '' ? t('oversight.rules.town') : (names[of] ?? of))
  const staffWords = (staff: Staff) => (staff ? `${staff.jobTitle} ${staff.label}` : t('oversight.rules.unknown'))
  return (
    <div className="stack">
      <PageTitle title={t('oversight.rules.title')}>{t('oversight.rules.lead')}</PageTitle>
      {waiting.length > 0 && (
        <section className="stack" aria-labelledby="waiting">
          <h2 id="waiting">{t('oversight.rules.waiting', { n: waiting.length })}</h2>
          <ol className="trail">
            {waiting.map(({ id, of, reason, proposedAt, changes, author }) => (
              <li key={id}>
                <h3 dir="auto">{nameOf(of)}</h3>
                <p className="trail-by">
                  <When at={proposedAt} withTime /> · {staffWords(author)}
                </p>
                <p>
                  {t('oversight.rules.reason')} <q dir="auto">{reason}</q>
                </p>
                <Differences changes={changes} isProposed />
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="stack" aria-labelledby="made">
        <h2 id="made">{t('oversight.rules.made')}</h2>
        {versions.length === 0 && (
          <Empty title={t('oversight.rules.none')}>
            <p>{t('oversight.rules.none-next')}</p>
          </Empty>
        )}
        <ol className="trail">
          {versions.map(({ of, version, reason, changedAt, isFirst, changes, changedBy, approvedBy }) => (
            <li key={`${of} ${version}`}>
              <h3 dir="auto">{t('oversight.rules.version', { name: nameOf(of), n: version })}</h3>
              <p className="trail-by">
                <When at={changedAt} withTime /> · {staffWords(changedBy)}
                {approvedBy && <> · {t('oversight.rules.approved-by', { who: staffWords(approvedBy) })}</>}
              </p>
              <p>
                {t('oversight.rules.reason')} <q dir="auto">{reason}</q>
              </p>
              {isFirst ? <p className="muted">{t('oversight.rules.first')}</p> : <Differences changes={changes} />}
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
