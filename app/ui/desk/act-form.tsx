import { Link } from '@remix-run/react'
import { type ReactNode, useId } from 'react'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { useWords } from '../words'
import { Refusal } from './refusal'
import { useCase } from './use-case'

type ActFormProps = {
  title: ReactNode
  /** One sentence: what happens when it is sent, and who sees it. */
  about?: ReactNode
  /** The words of its button; null when there is nothing that could be sent. */
  send: string | null
  problem?: ProblemJson | null | undefined
  /** What stands between the sentence and the form, such as beginnings for its text. */
  before?: ReactNode
  /** Photos travel with it. */
  hasFiles?: boolean
  children?: ReactNode
}

/** One act on a case as one form, always in the same place. It carries the version that its reader saw. */
export function ActForm({ title, about, send, problem, before, hasFiles, children }: ActFormProps) {
  const t = useWords()
  const id = useId()
  const { case: here, once } = useCase()
  return (
    <section className="act" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {about && <p className="muted small">{about}</p>}
      {before}
      <Form
        problem={problem}
        classes="form act-form"
        preventScrollReset
        encType={hasFiles ? 'multipart/form-data' : undefined}
      >
        {/* Where the field itself says what is missing, the safeguard need not say it again. */}
        {!problem?.fields && <Refusal problem={problem} />}
        <OnceField once={once} />
        <input type="hidden" name="version" value={here.version} />
        {children}
        <div className="row">
          {send && <Button>{send}</Button>}
          <Link to={`/desk/cases/${here.ref}`} preventScrollReset>
            {t('desk.act.back')}
          </Link>
        </div>
      </Form>
    </section>
  )
}
