import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { checkReceipt } from '~/interactions/ledger/check-receipt.server'
import { showVerifier } from '~/interactions/ledger/show-verifier.server'
import { titleFor } from '~/platform/title.server'
import { translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { PageTitle } from '~/ui/page-title'
import { KeysShown, Limits, OfflineOffer } from '~/ui/verify/about-verifying'
import { VerifyForm } from '~/ui/verify/verify-form'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(showVerifier, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { acts, language, ...rest } = outcome.value
  const named = acts.map((act) => [act, translate(language, `register.interaction.${act}`)])
  return {
    ...rest,
    acts: Object.fromEntries(named) as Record<string, string>,
    title: titleFor(request, 'verify.title'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(checkReceipt, request)
  if (outcome.ok) return { checked: outcome.value, problem: null }
  const { problem } = outcome
  return Response.json({ checked: null, problem: problem.toJSON() }, { status: problem.status })
}

export default function Verify() {
  const { keys, acts, shown, keyAddress } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useWords()
  return (
    <div className="stack-wide verify">
      <PageTitle title={t('verify.title')}>{t('verify.lead')}</PageTitle>
      <VerifyForm keys={keys} acts={acts} byServer={answer?.checked ?? null} problem={answer?.problem ?? null} />
      <OfflineOffer />
      <Limits />
      <KeysShown keys={shown} address={keyAddress} />
    </div>
  )
}
