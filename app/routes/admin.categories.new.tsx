import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addCategory } from '~/interactions/administration/add-category.server'
import { readCategories } from '~/interactions/administration/read-categories.server'
import { newOnce } from '~/platform/once.server'
import type { ProblemJson } from '~/platform/problems'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { ReasonField } from '~/ui/admin/reason-field'
import { WordsFields } from '~/ui/admin/words-fields'
import { Button } from '~/ui/button'
import { Select } from '~/ui/field'
import { Form } from '~/ui/form'
import { OnceField } from '~/ui/once-field'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(readCategories, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.categories.add'), once: newOnce(), groups: outcome.value.groups }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(addCategory, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect(`/admin/categories/${outcome.value.key}?done=added`)
}

export default function NewCategory() {
  const { groups, once } = useLoaderData<typeof loader>()
  const problem = useActionData<unknown>() as ProblemJson | undefined
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('admin.categories.add')} back={{ to: '/admin/categories', label: t('admin.nav.categories') }}>
        {t('admin.categories.add-lead')}
      </PageTitle>
      <Form problem={problem}>
        <OnceField once={once} />
        <WordsFields name="name" label={t('rule.field.name')} hint={t('admin.words.hint')} words={{}} longest={80} />
        <Select name="groupKey" label={t('rule.field.groupName')} options={groups} width="medium" />
        <ReasonField />
        <Button>{t('admin.categories.add')}</Button>
      </Form>
    </div>
  )
}
