import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useWords } from './words'

type ProblemPageProps = {
  /** In words already: the title and detail of the problem, when it is expected trouble. */
  title?: ReactNode
  detail?: ReactNode
  status: number
  /** The number to name when calling the town; the log knows it. */
  incident?: string
  children?: ReactNode
}

/** Something went wrong, said without blame: what it is, what to do, and the number that lets the town find it. */
export function ProblemPage({ title, detail, status, incident, children }: ProblemPageProps) {
  const t = useWords()
  const isMissing = status === 404
  return (
    <div className="problem">
      <h1>{title ?? (isMissing ? t('common.problem.missing.title') : t('common.problem.fault.title'))}</h1>
      <p>{detail ?? (isMissing ? t('common.problem.missing.detail') : t('common.problem.fault.detail'))}</p>
      {incident && (
        <p className="incident">
          {t('common.problem.incident')} <code className="ref">{incident}</code>
        </p>
      )}
      {children}
      <p>
        <Link to="/">{t('common.problem.home')}</Link>
      </p>
    </div>
  )
}
