import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { questionLookByReceipt } from '~/interactions/findings/question-look.server'
import { seeLookedByReceipt } from '~/interactions/reports/receipts/see-looked.server'
import { newOnce } from '~/platform/once.server'
import { NotFound } from '~/platform/problems'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { LookedList } from '~/ui/account/looked-list'
import { Empty } from '~/ui/empty'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

// The address is a secret, as that of the receipt is.
export const headers = () => ({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(seeLookedByReceipt, request, { id: params.id })
  if (!outcome.ok) {
    const problem = outcome.problem.status === 422 ? new NotFound() : outcome.problem
    throw Response.json(problem.toJSON(), { status: problem.status })
  }
  const { issueRef, page } = outcome.value
  return {
    title: titleFor(request, 'me.looked.title'),
    receipt: `/receipts/${params.id}`,
    once: newOnce(),
    issueRef,
    page,
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(questionLookByReceipt, request, { id: params.id })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/receipts/${params.id}/looked?asked=yes`)
}

export default function LookedByReceipt() {
  const { receipt, issueRef, page, once } = useLoaderData<typeof loader>()
  const t = useWords()
  const { name: town } = useTown()
  const problem = useActionData<typeof action>() ?? null
  return (
    <div className="stack">
      <PageTitle
        title={t('me.looked.title')}
        back={{ to: receipt, label: t('finding.receipt.back', { ref: issueRef }) }}
      >
        {t('me.looked.lead', { town })}
      </PageTitle>
      {page ? (
        <LookedList {...page} base={`${receipt}/looked`} once={once} problem={problem} />
      ) : (
        <Empty title={t('finding.receipt.nobody')}>
          <p>{t('finding.receipt.nobody-next')}</p>
        </Empty>
      )}
    </div>
  )
}
