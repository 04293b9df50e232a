import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Outlet, type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { openCase } from '~/interactions/cases/open-case.server'
import { refusalInWords } from '~/interactions/cases/problem-in-words.server'
import { titleOf } from '~/interactions/issues/issue'
import { newOnce } from '~/platform/once.server'
import { languageOf, translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { CaseAround } from '~/ui/desk/case-around'
import { CaseHead } from '~/ui/desk/case-head'
import { CaseInterests } from '~/ui/desk/case-interests'
import { CaseNotes } from '~/ui/desk/case-notes'
import { CaseRecord } from '~/ui/desk/case-record'
import { CaseReports } from '~/ui/desk/case-reports'
import { CaseStory } from '~/ui/desk/case-story'

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.title }] : [])

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openCase, request, { ref: params.ref })
  if (!outcome.ok) throw await refusalInWords(request, outcome.problem)
  const { page } = outcome.value
  const language = languageOf(request)
  const title = `${titleOf((key, values) => translate(language, key, values), page.case)} (${page.case.ref})`
  return { ...page, once: newOnce(), title }
}

// Opening a case is on record each time. Choosing an act on the same case is no new opening; an answer of the server is.
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  currentParams,
  nextParams,
  formMethod,
}) =>
  formMethod === 'POST' ||
  currentParams.ref !== nextParams.ref ||
  currentUrl.searchParams.get('reports') !== nextUrl.searchParams.get('reports')

export default function Case() {
  const page = useLoaderData<typeof loader>()
  return (
    <article className="case">
      <CaseHead page={page} />
      <aside className="desk-acts card" id="act">
        <Outlet context={page} />
      </aside>
      <div className="case-body stack-wide">
        <CaseReports page={page} />
        <CaseStory page={page} />
        <CaseNotes page={page} />
        <CaseInterests page={page} />
        <CaseAround page={page} />
        <CaseRecord page={page} />
      </div>
    </article>
  )
}
