import { Link, Form as PlainForm } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Card } from '../card'
import { Empty } from '../empty'
import { Form } from '../form'
import { HiddenFields } from '../hidden-fields'
import { Notice } from '../notice'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { type Asked, QuestionFields } from '../report/question-fields'
import { useWords } from '../words'
import { BecameNotice } from './became-notice'
import { ReasonField } from './reason-field'

type QuestionListProps = {
  category: string
  label: string
  version: number
  questions: readonly { label: string; question: { key: string; type: string } }[]
  asked: readonly Asked[]
  isChanged: boolean
  isBehind: boolean
  changes: readonly { key: string; what: 'added' | 'removed' | 'changed' | 'moved' }[]
  once: string
  problem?: ProblemJson
}

const types = ['one', 'many', 'yes-no', 'text', 'number', 'date'] as const

/** The questions of a kind of issue: arranged by buttons, seen as a resident sees them, published with a reason. */
export function QuestionList(list: QuestionListProps) {
  const t = useWords()
  const { category, label, questions, asked, isChanged, isBehind } = list
  const base = `/admin/categories/${category}/questions`
  return (
    <div className="stack">
      <PageTitle
        title={t('admin.questions.title', { name: label })}
        back={{ to: `/admin/categories/${category}`, label }}
      >
        {t('admin.questions.lead')}
      </PageTitle>
      <BecameNotice />
      {isBehind && (
        <Notice tone="warn">
          <p>{t('admin.questions.behind')}</p>
        </Notice>
      )}
      <div className="questions-editor">
        <div className="stack">
          <h2>{isChanged ? t('admin.questions.draft') : t('admin.questions.published')}</h2>
          {questions.length === 0 && (
            <Empty title={t('admin.questions.none')}>
              <p>{t('admin.questions.none-next')}</p>
            </Empty>
          )}
          <ol className="question-rows">
            {questions.map(({ label, question }, at) => (
              <li key={question.key}>
                <div>
                  <Link to={`${base}/${question.key}`}>
                    <bdi>{label}</bdi>
                  </Link>
                  <p className="muted small">{summaryOf(asked[at])}</p>
                </div>
                <div className="question-acts">
                  <QuestionAct
                    act={`${base}/move`}
                    fields={{ question: question.key, way: 'up' }}
                    label={t('admin.questions.up', { label })}
                    word={t('admin.questions.up-word')}
                    hidden={at === 0}
                  />
                  <QuestionAct
                    act={`${base}/move`}
                    fields={{ question: question.key, way: 'down' }}
                    label={t('admin.questions.down', { label })}
                    word={t('admin.questions.down-word')}
                    hidden={at === questions.length - 1}
                  />
                  <QuestionAct
                    act={`${base}/remove`}
                    fields={{ question: question.key }}
                    label={t('admin.questions.remove', { label })}
                    word={t('admin.questions.remove-word')}
                  />
                </div>
              </li>
            ))}
          </ol>
          <section aria-labelledby="add" className="stack">
            <h3 id="add">{t('admin.questions.add')}</h3>
            <ul className="chips">
              {types.map((type) => (
                <li key={type}>
                  <Link className="chip" to={`${base}/new?type=${type}`}>
                    {t(`admin.question.type.${type}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          {isChanged && <Publish {...list} />}
        </div>
        {asked.length > 0 && (
          <Card title={t('admin.questions.preview')}>
            <p className="muted small">{t('admin.questions.preview-lead')}</p>
            {/* Nothing is sent from here: it only shows what a resident will see. */}
            <form className="form" onSubmit={(event) => event.preventDefault()}>
              <QuestionFields questions={asked} answers={{}} />
            </form>
          </Card>
        )}
      </div>
    </div>
  )

  function summaryOf(one: Asked | undefined) {
    if (!one) return null
    const parts = [
      t(`rule.question.${one.type}`),
      one.isRequired && t('rule.question.required'),
      one.choices.length > 0 && one.choices.map((choice) => choice.label).join(', '),
      one.onlyIf &&
        t('rule.question.only-if', {
          question: one.onlyIf.label,
          answers: one.onlyIf.answers
            .map((answer) => (answer === 'yes' || answer === 'no' ? t(`rule.${answer}`) : answer))
            .join(', '),
        }),
    ]
    return parts.filter(Boolean).join(' · ')
  }
}

type QuestionActProps = { act: string; fields: Record<string, string>; label: string; word: string; hidden?: boolean }

// A form of its own for each button, so that it works before any script and says what it does to whom.
function QuestionAct({ act, fields, label, word, hidden }: QuestionActProps) {
  if (hidden) return null
  return (
    <PlainForm method="post" action={act} preventScrollReset>
      <HiddenFields fields={fields} />
      <Button weight="secondary" aria-label={label}>
        {word}
      </Button>
    </PlainForm>
  )
}

function Publish({ category, changes, once, problem }: QuestionListProps) {
  const t = useWords()
  const base = `/admin/categories/${category}/questions`
  return (
    <section aria-labelledby="publish" className="stack publish">
      <h2 id="publish">{t('admin.questions.publish')}</h2>
      <ul>
        {changes.map(({ key, what }) => (
          <li key={`${what} ${key}`}>{t(`admin.questions.change.${what}`, { key })}</li>
        ))}
      </ul>
      <Form problem={problem}>
        <OnceField once={once} />
        <ReasonField />
        <Button>{t('admin.questions.publish-button')}</Button>
      </Form>
      <PlainForm method="post" action={`${base}/discard`}>
        <Button weight="quiet">{t('admin.questions.discard')}</Button>
      </PlainForm>
    </section>
  )
}
