import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { questionLook } from '~/interactions/findings/question-look.server'
import { seeWhoLooked } from '~/interactions/people/see-who-looked.server'
import { newOnce } from '~/platform/once.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { LookedList } from '~/ui/account/looked-list'
import { MeNav } from '~/ui/account/me-nav'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeWhoLooked, request)
  if (!outcome.ok && outcome.problem.type === 'not-your-role') throw redirect('/me/account')
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'me.looked.title'), once: newOnce(), ...outcome.value }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(questionLook, request)
  if (!outcome.ok && outcome.problem.type === 'sign-in-needed') throw refusal(outcome.problem, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/me/looked?asked=yes')
}

export default function Looked() {
  const { title: _, ...page } = useLoaderData<typeof loader>()
  const t = useWords()
  const { name: town } = useTown()
  return (
    <div className="stack">
      <PageTitle title={t('me.looked.title')}>{t('me.looked.lead', { town })}</PageTitle>
      <MeNav />
      <LookedList {...page} base="/me/looked" problem={useActionData<typeof action>() ?? null} />
    </div>
  )
}
