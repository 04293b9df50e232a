import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Field } from '../field'
import { Form } from '../form'
import { PageTitle } from '../page-title'
import { Qr } from '../qr'
import { useWords } from '../words'

type ConnectPhoneProps = {
  qr: { path: string; size: number }
  secret: string
  problem: ProblemJson | undefined
}

/** The second factor: a picture for the phone, the same as a key to type, and the code that shows it went well. */
export function ConnectPhone({ qr, secret, problem }: ConnectPhoneProps) {
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('sign-in.invite.phone.title')}>{t('sign-in.invite.phone.lead')}</PageTitle>
      <Qr {...qr} label={t('sign-in.invite.phone.qr')} />
      <p>
        {t('sign-in.invite.phone.by-hand')}
        <br />
        <code className="secret-key" dir="ltr">
          {secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </code>
      </p>
      <Form problem={problem}>
        <CodeField label={t('sign-in.invite.phone.code')} />
        <Button>{t('sign-in.invite.phone.button')}</Button>
      </Form>
    </div>
  )
}

/** Six digits from the authenticator app. */
export function CodeField({ label, hint }: { label: string; hint?: string }) {
  return (
    <Field
      name="code"
      label={label}
      hint={hint}
      autoComplete="one-time-code"
      inputMode="numeric"
      spellCheck={false}
      dir="ltr"
      width="short"
    />
  )
}
