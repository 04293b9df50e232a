import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { useParams } from '@remix-run/react'
import { discardQuestions } from '~/interactions/administration/questions/arrange-questions.server'
import { enter } from '~/safeguards/door.server'
import { ActTrouble } from '~/ui/admin/act-trouble'
import { useWords } from '~/ui/words'

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(discardQuestions, request, { key: params.key })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/categories/${outcome.value.key}/questions`)
}

export default function Discard() {
  const t = useWords()
  const { key } = useParams()
  return <ActTrouble back={`/admin/categories/${key}/questions`} label={t('admin.questions.back')} />
}
