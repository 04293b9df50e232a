import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { addressWith, changed } from '~/interactions/issues/issue-filters-address.input'
import { listKinds } from '~/interactions/issues/list-kinds.server'
import { translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }, { name: 'robots', content: 'noindex' }] : []

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(listKinds, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { filters, groups, language } = outcome.value
  return { title: translate(language, 'home.kinds.title'), filters, groups }
}

export default function Kinds() {
  const { filters, groups } = useLoaderData<typeof loader>()
  const t = useWords()
  const list = (category: string[]) => addressWith('/issues', changed(filters, { category }))
  return (
    <>
      <PageTitle title={t('home.kinds.title')} back={{ to: list(filters.category), label: t('home.to-list') }} />
      <p className="kinds-all">
        <Link className="chip" to={list([])} aria-current={filters.category.length === 0 ? 'true' : undefined}>
          {t('home.filter.category.all')}
        </Link>
      </p>
      <div className="kinds">
        {groups.map(({ name, categories }) => (
          <section key={name}>
            <h2 dir="auto">{name}</h2>
            <ul className="kinds-group">
              {categories.map((category) => (
                <li key={category.key} dir="auto">
                  <Link
                    to={list([category.key])}
                    aria-current={filters.category.includes(category.key) ? 'true' : undefined}
                  >
                    {category.name}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
