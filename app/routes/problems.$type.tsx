import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { readProblem } from '~/interactions/register/read-problem.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readProblem, request, { type: params.type })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { type, status } = outcome.value
  return { title: titleFor(request, `register.problem.${type}.means`), type, status }
}

/** A kind of trouble, explained: the address that an answer of the API names as its type. */
export default function ProblemKind() {
  const { type, status } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={<code lang="en">{type}</code>}>{t('register.problem.lead')}</PageTitle>
      <section>
        <h2>{t('register.problem.means')}</h2>
        <p>{t(`register.problem.${type}.means`)}</p>
      </section>
      <section>
        <h2>{t('register.problem.todo')}</h2>
        <p>{t(`register.problem.${type}.todo`)}</p>
        <p className="muted">{t('register.problem.kept')}</p>
      </section>
      <p className="muted">{t('register.problem.status', { status })}</p>
      <p>
        <Link to="/">{t('common.problem.home')}</Link>
      </p>
    </div>
  )
}
