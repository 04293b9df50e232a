import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Choice, Tick } from '../choice'
import { Field } from '../field'
import { FieldHelp } from '../field-frame'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { useWords } from '../words'
import { type ChoiceRow, ChoiceRows } from './choice-rows'
import { ConditionFields, type Earlier } from './condition-fields'
import { WordsFields } from './words-fields'

type Words = Readonly<Record<string, string | undefined>>
type AnyQuestion = {
  key: string
  label: Words
  hint?: Words
  isRequired: boolean
  seenBy: string
  onlyIf?: { question: string; isOneOf: readonly string[] }
  longest?: number
  least?: number
  most?: number
  unit?: Words
  isWhole?: boolean
  when?: string
  choices?: readonly ChoiceRow[]
}

type QuestionFormProps = {
  category: string
  label: string
  type: string
  question: AnyQuestion | null
  earlier: readonly Earlier[]
  once: string
  problem?: ProblemJson
}

/** One question: its words, who reads the answer, when it is asked, and what only its kind has. */
export function QuestionForm({ category, label, type, question, earlier, once, problem }: QuestionFormProps) {
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle
        title={
          question ? t('admin.question.title') : t('admin.question.new', { type: t(`admin.question.type.${type}`) })
        }
        back={{ to: `/admin/categories/${category}/questions`, label: t('admin.questions.title', { name: label }) }}
      />
      <Form problem={problem}>
        <OnceField once={once} />
        <input type="hidden" name="type" value={type} />
        <WordsFields
          name="label"
          label={t('admin.question.label')}
          hint={t('admin.words.hint')}
          words={question?.label ?? {}}
          longest={200}
        />
        <WordsFields
          name="hint"
          label={t('admin.question.hint')}
          hint={t('admin.question.hint-hint')}
          words={question?.hint ?? {}}
          longest={400}
          optional
        />
        <OwnFields type={type} question={question} />
        <Tick
          name="isRequired"
          label={t('admin.question.required')}
          hint={t('admin.question.required-hint')}
          isChosen={question?.isRequired ?? false}
        />
        <Choice
          name="seenBy"
          label={t('admin.question.seen-by')}
          hint={t('admin.question.seen-by-hint')}
          chosen={question?.seenBy ?? 'everybody'}
          options={['everybody', 'case'].map((one) => ({ value: one, label: t(`admin.question.seen-by.${one}`) }))}
          tiles
        />
        {earlier.length > 0 && <ConditionFields earlier={earlier} chosen={question?.onlyIf} />}
        <Button>{t('admin.question.keep')}</Button>
        <p className="hint">{t('admin.question.not-yet')}</p>
      </Form>
    </div>
  )
}

function OwnFields({ type, question }: { type: string; question: AnyQuestion | null }) {
  const t = useWords()
  const number = { inputMode: 'decimal', width: 'short', dir: undefined, optional: true } as const
  if (type === 'one' || type === 'many') {
    return (
      <>
        <FieldHelp name="choice" />
        <ChoiceRows choices={question?.choices ?? []} />
      </>
    )
  }
  if (type === 'text')
    return (
      <Field
        name="longest"
        label={t('admin.question.longest')}
        hint={t('admin.question.longest-hint')}
        defaultValue={question?.longest ?? 300}
        inputMode="numeric"
        width="short"
        dir={undefined}
      />
    )
  if (type === 'date')
    return (
      <Choice
        name="when"
        label={t('admin.question.when')}
        chosen={question?.when ?? 'any'}
        options={['any', 'past', 'future'].map((one) => ({ value: one, label: t(`admin.question.when.${one}`) }))}
        tiles
      />
    )
  if (type !== 'number') return null
  return (
    <>
      <Field name="least" label={t('admin.question.least')} defaultValue={question?.least ?? ''} {...number} />
      <Field name="most" label={t('admin.question.most')} defaultValue={question?.most ?? ''} {...number} />
      <WordsFields
        name="unit"
        label={t('admin.question.unit')}
        hint={t('admin.question.unit-hint')}
        words={question?.unit ?? {}}
        longest={40}
        optional
      />
      <Tick name="isWhole" label={t('admin.question.whole')} isChosen={question?.isWhole ?? true} />
    </>
  )
}
