import { type ActionFunctionArgs, json, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeContact } from '~/interactions/people/change-own.server'
import { seeOwn } from '~/interactions/people/see-own.server'
import { ownNameOf, spokenLanguages } from '~/platform/languages'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { useTownContact } from '~/ui/account/town-contact'
import { Button } from '~/ui/button'
import { Field, Select } from '~/ui/field'
import { Form } from '~/ui/form'
import { PageTitle } from '~/ui/page-title'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(seeOwn, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  const { contact, person } = outcome.value
  return { title: titleFor(request, 'me.contact.title'), contact, language: person.language }
}

export async function action({ request }: ActionFunctionArgs) {
  const outcome = await enter(changeContact, request)
  if (!outcome.ok) return json(outcome.problem.toJSON(), { status: outcome.problem.status })
  return redirect('/me?changed')
}

export default function Details() {
  const { contact, language } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()
  const t = useWords()
  const town = useTownContact()
  return (
    <div className="stack-wide">
      <PageTitle title={t('me.contact.title')} back={{ to: '/me', label: t('me.title') }}>
        {t('me.contact.hint')}
      </PageTitle>
      <Form problem={problem}>
        <Field
          name="name"
          label={t('me.contact.name')}
          optional
          autoComplete="name"
          defaultValue={contact.name ?? ''}
          width="medium"
        />
        <Field
          name="phone"
          type="tel"
          label={t('me.contact.phone')}
          optional
          autoComplete="tel"
          defaultValue={contact.phone ?? ''}
          width="medium"
          dir="ltr"
        />
        {town && <p className="small muted">{t('me.contact.email-help', { contact: town })}</p>}
        <Button>{t('me.contact.save')}</Button>
      </Form>
      <section className="stack" aria-labelledby="language-of-letters">
        <h2 id="language-of-letters">{t('me.language.title')}</h2>
        <Form action="/me/language">
          <Select
            name="language"
            label={t('me.language.label')}
            defaultValue={language}
            options={spokenLanguages.map((one) => ({ value: one, label: ownNameOf(one) }))}
            width="medium"
          />
          <Button weight="secondary">{t('me.language.save')}</Button>
        </Form>
      </section>
    </div>
  )
}
