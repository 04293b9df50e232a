import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { openLetter } from '~/interactions/letters/open-letter.server'
import { retryLetter } from '~/interactions/letters/retry-letter.server'
import { directionOf, ownNameOf } from '~/platform/languages'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { LetterState } from '~/ui/account/letter-rows'
import { Button } from '~/ui/button'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { When } from '~/ui/when'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(openLetter, request, { mailId: params.mailId })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'mailbox.open.text'), letter: outcome.value }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const outcome = await enter(retryLetter, request, { mailId: params.mailId })
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return redirect('/admin/mailbox')
}

export default function Letter() {
  const { letter } = useLoaderData<typeof loader>()
  const t = useWords()
  const { now, isDemo } = useTown()
  const { to, subject, text, language, button, isLinkHidden, state, madeAt, sentAt } = letter
  return (
    <div className="stack">
      <PageTitle title={subject} back={{ to: '/admin/mailbox', label: t('mailbox.open.back') }} />
      <Facts
        facts={[
          { term: t('mailbox.open.to'), value: <bdi>{to}</bdi> },
          { term: t('mailbox.when'), value: <When at={madeAt} now={now} withTime /> },
          { term: t('mailbox.open.sent'), value: sentAt && <When at={sentAt} now={now} withTime /> },
          { term: t('mailbox.state'), value: <LetterState {...letter} now={now} /> },
          { term: t('mailbox.open.trouble'), value: letter.trouble && <Trouble code={letter.trouble} /> },
          { term: t('mailbox.open.language'), value: ownNameOf(language) },
        ]}
      />
      {isLinkHidden && (
        <Notice tone="warn">
          <p>{t('mailbox.open.hidden')}</p>
        </Notice>
      )}
      {isDemo && button && (
        <p>
          {/* A plain link: following it is leaving the work of the administrator. */}
          <a className="button" href={button.url}>
            {t('mailbox.open.go')}
          </a>
        </p>
      )}
      <section className="stack" aria-labelledby="the-letter">
        <h2 id="the-letter">{t('mailbox.open.text')}</h2>
        <div className="letter" lang={language} dir={directionOf(language)}>
          {text}
        </div>
      </section>
      {(state === 'kept' || state === 'failed') && (
        <Form method="post">
          <Button weight="secondary">{t('mailbox.open.retry')}</Button>
        </Form>
      )}
    </div>
  )
}

const known = ['no-address', 'not-wanted', 'bad-address']

function Trouble({ code }: { code: string }) {
  const t = useWords()
  return <>{known.includes(code) ? t(`mailbox.trouble.${code}`) : t('mailbox.trouble.other', { code })}</>
}
