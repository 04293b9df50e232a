import { isRouteErrorResponse, Link, useParams, useRouteError } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { ProblemPage } from '../problem-page'
import { useWords } from '../words'
import { Refusal } from './refusal'

/** Trouble at the desk. What the door refused is explained: which safeguard, why, and what one can do about it. */
export function DeskTrouble() {
  const t = useWords()
  const { ref } = useParams()
  const error = useRouteError()
  const problem = isRouteErrorResponse(error) && isProblem(error.data) ? error.data : null
  if (!problem) return <ProblemPage status={isRouteErrorResponse(error) ? error.status : 500} />
  const isRefused = problem.type === '/problems/refused-by-safeguard'
  return (
    <ProblemPage
      status={problem.status}
      title={t(problem.title, problem.values)}
      detail={t(problem.detail, problem.values)}
    >
      <Refusal problem={problem} />
      {isRefused && ref && (
        <ul>
          <li>
            <Link to={`/issues/${ref}`}>{t('desk.act.public-page')}</Link>
          </li>
          <li>
            <Link to={`/desk/cases/${ref}/contact`}>{t('desk.refusal.emergency')}</Link>
          </li>
        </ul>
      )}
    </ProblemPage>
  )
}

const isProblem = (data: unknown): data is ProblemJson =>
  typeof data === 'object' && data !== null && 'detail' in data && 'title' in data
