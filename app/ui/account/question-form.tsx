import { Link } from '@remix-run/react'
import type { NoticeToShow } from '~/interactions/accounts/notice-to-show'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { TextArea } from '../field'
import { Form } from '../form'
import { HiddenFields } from '../hidden-fields'
import { OnceField } from '../once-field'
import { useWords } from '../words'
import { InformationNotice } from './information-notice'

type QuestionFormProps = {
  lineId: string
  /** Where it is sent: the page it stands on, so that what was typed comes back to the same place. */
  action: string
  back: string
  once: string
  notice: NoticeToShow
  problem: ProblemJson | null
}

/** "Question this": a few words to oversight about one look. */
export function QuestionForm({ lineId, action, back, once, notice, problem }: QuestionFormProps) {
  const t = useWords()
  return (
    <section className="question-form card stack" aria-labelledby="question-title">
      <h3 id="question-title">{t('finding.question.title')}</h3>
      <p className="small">{t('finding.question.about')}</p>
      <Form problem={problem} action={action} preventScrollReset>
        <OnceField once={once} />
        <HiddenFields fields={{ lineId }} />
        <TextArea
          name="question"
          label={t('finding.question.label')}
          hint={t('finding.question.hint')}
          maxLength={2000}
          rows={4}
        />
        <InformationNotice {...notice} more={t('finding.question.more')} />
        <div className="row">
          <Button>{t('finding.question.send')}</Button>
          <Link to={back} preventScrollReset>
            {t('finding.question.back')}
          </Link>
        </div>
      </Form>
    </section>
  )
}
