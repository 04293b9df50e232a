import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { TextArea } from '../field'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { useWords } from '../words'
import { useFinding } from './finding-here'
import { useLook } from './look'

type FindingFormProps = {
  act: 'assign' | 'ask' | 'answer' | 'publish' | 'close'
  problem: ProblemJson | null | undefined
  /** Fields above the text. */
  children?: ReactNode
  /** Fields below the text. */
  after?: ReactNode
}

/** One act on a finding as one form, always in the same place; every act has its words. */
export function FindingForm({ act, problem, children, after }: FindingFormProps) {
  const t = useWords()
  const { to } = useLook()
  const { finding, once } = useFinding()
  return (
    <section className="card stack" aria-labelledby="act-title">
      <h2 id="act-title">{t(`finding.act.${act}`)}</h2>
      <p className="muted small">{t(`finding.act.${act}.about`)}</p>
      <Form problem={problem} preventScrollReset>
        <OnceField once={once} />
        <input type="hidden" name="version" value={finding.version} />
        {children}
        <TextArea name="text" label={t(`finding.act.${act}.text`)} maxLength={2000} rows={5} />
        {after}
        <div className="row">
          <Button>{t(`finding.act.${act}.send`)}</Button>
          <Link to={to(`/oversight/findings/${finding.id}`)} preventScrollReset>
            {t('finding.act.back')}
          </Link>
        </div>
      </Form>
    </section>
  )
}
