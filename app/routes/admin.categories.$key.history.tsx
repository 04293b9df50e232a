import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCategoryHistory } from '~/interactions/administration/read-category-history.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { VersionList } from '~/ui/admin/version-list'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readCategoryHistory, request, { key: params.key })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.history.title', { name: outcome.value.label }), ...outcome.value }
}

export default function CategoryHistory() {
  const { category, label, versions } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle
        title={t('admin.history.title', { name: label })}
        back={{ to: `/admin/categories/${category}`, label }}
      >
        {t('admin.history.lead')}
      </PageTitle>
      <VersionList versions={versions} />
    </div>
  )
}
