import type { ProblemJson } from '~/platform/problems'
import { Button, LinkButton } from '../button'
import { Field } from '../field'
import { Form } from '../form'
import { Notice } from '../notice'
import { useWords } from '../words'
import { CodeField } from './connect-phone'

type ChangeProps = { problem?: ProblemJson | null | undefined; isRefused?: boolean | undefined }

/** The form that changes a password, with what shows that it is really its owner. */
export function ChangePassword({ email, problem, isRefused }: ChangeProps & { email: string }) {
  const t = useWords()
  return (
    <Form problem={problem ?? null}>
      <Refused isRefused={isRefused} />
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        name="password"
        type="password"
        autoComplete="new-password"
        label={t('me.security.new-password')}
        hint={t('sign-in.invite.password-hint')}
        width="medium"
      />
      <Present />
      <Button>{t('me.security.change-password')}</Button>
    </Form>
  )
}

/** New recovery codes: a word about them and, on their own page, the form. */
export function NewCodes({ problem, isRefused, isAlone }: ChangeProps & { isAlone?: boolean }) {
  const t = useWords()
  if (!isAlone) {
    return (
      <section className="stack" aria-labelledby="new-codes">
        <h2 id="new-codes">{t('me.security.new-codes-title')}</h2>
        <p>{t('me.security.new-codes-lead')}</p>
        <LinkButton to="/me/new-codes" weight="secondary">
          {t('me.security.new-codes')}
        </LinkButton>
      </section>
    )
  }
  return (
    <Form problem={problem ?? null}>
      <p>{t('me.security.new-codes-lead')}</p>
      <Refused isRefused={isRefused} />
      <Present />
      <Button>{t('me.security.new-codes')}</Button>
    </Form>
  )
}

function Present() {
  const t = useWords()
  return (
    <>
      <Field
        name="presentPassword"
        type="password"
        autoComplete="current-password"
        label={t('me.security.password')}
        width="medium"
      />
      <CodeField label={t('me.security.code')} />
    </>
  )
}

function Refused({ isRefused }: { isRefused: boolean | undefined }) {
  const t = useWords()
  if (!isRefused) return null
  return (
    <Notice tone="danger" live>
      <p>{t('me.security.wrong')}</p>
    </Notice>
  )
}
