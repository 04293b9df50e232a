import { Link, useActionData } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { ProblemPage } from '../problem-page'
import { useWords } from '../words'

/** What came of a button that has no page of its own: only seen when the door said no. */
export function ActTrouble({ back, label }: { back: string; label: string }) {
  const t = useWords()
  const problem = useActionData<unknown>() as ProblemJson | undefined
  const form = problem?.fields?.form
  return (
    <ProblemPage
      status={problem?.status ?? 404}
      title={problem && (form ? t('admin.not-done') : t(problem.title, problem.values))}
      detail={problem && (form ? t(form, problem.values) : t(problem.detail, problem.values))}
    >
      <p>
        <Link to={back}>{label}</Link>
      </p>
    </ProblemPage>
  )
}
