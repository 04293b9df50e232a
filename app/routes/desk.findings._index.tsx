import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { listAsked } from '~/interactions/findings/list-asked.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { AskedList } from '~/ui/desk/asked-list'
import { DeskTabs } from '~/ui/desk/desk-tabs'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(listAsked, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'finding.asked.title'), ...outcome.value }
}

export default function Asked() {
  const { asked } = useLoaderData<typeof loader>()
  const t = useWords()
  const [params] = useSearchParams()
  const isOfDesk = useTown().viewer.role === 'civil-servant'
  return (
    <div className="stack">
      {isOfDesk && <DeskTabs />}
      <PageTitle title={t('finding.asked.title')}>{t('finding.asked.lead')}</PageTitle>
      {params.has('done') && (
        <Notice tone="ok" live>
          <p>{t('finding.asked.done')}</p>
        </Notice>
      )}
      <AskedList asked={asked} />
    </div>
  )
}
