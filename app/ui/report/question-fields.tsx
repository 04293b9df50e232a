import { type FormEvent, useEffect, useState } from 'react'
import { askedKeys, type Given } from '~/interactions/categories/conditions.input'
import { Choice } from '../choice'
import { DateField, Field, TextArea } from '../field'
import { isPictogram } from '../pictogram'
import { useWords } from '../words'

export type Asked = {
  key: string
  type: 'text' | 'number' | 'date' | 'one' | 'many' | 'yes-no'
  label: string
  hint: string | null
  isRequired: boolean
  isForCaseOnly: boolean
  onlyIf: { question: string; isOneOf: readonly string[]; label: string; answers: readonly string[] } | null
  choices: readonly { value: string; label: string; pictogram: string | null }[]
  longest: number | null
  unit: string | null
  isWhole: boolean
}

type Answers = Readonly<Record<string, string | readonly string[]>>
type QuestionFieldsProps = {
  questions: readonly Asked[]
  answers: Answers
  kept?: Readonly<Record<string, string | string[]>>
}

/**
 * What the category wants to know. Questions that depend on another answer come and go as it changes; without scripts all
 * of them stand there, each with the words "only if".
 */
export function QuestionFields({ questions, answers, kept = {} }: QuestionFieldsProps) {
  const [given, setGiven] = useState<Given>(() => ({ ...answers, ...answersIn(kept) }))
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  const asked = askedKeys(questions, given)
  const onChange = (event: FormEvent<HTMLDivElement>) => {
    const form = event.currentTarget.closest('form')
    if (form) setGiven(answersFrom(new FormData(form)))
  }
  return (
    <div className="questions" onChange={onChange}>
      {questions.map((question) => (
        <div key={question.key} className="question" hidden={isLive && !asked.has(question.key)}>
          <QuestionField question={question} answer={answers[question.key]} saysWhen={!isLive} />
        </div>
      ))}
    </div>
  )
}

type QuestionFieldProps = { question: Asked; answer: string | readonly string[] | undefined; saysWhen: boolean }

function QuestionField({ question, answer, saysWhen }: QuestionFieldProps) {
  const t = useWords()
  const { key, type, label, isRequired, onlyIf, unit, longest, choices } = question
  const answersInWords = (onlyIf?.answers ?? []).map((one) =>
    one === 'yes' || one === 'no' ? t(`report.${one}`) : one,
  )
  const hints = [
    saysWhen &&
      onlyIf &&
      t('report.details.only-if', { answers: answersInWords.join(t('report.or')), question: onlyIf.label }),
    question.hint,
    unit && t('report.details.unit', { unit }),
    question.isForCaseOnly && t('report.details.case-only'),
  ].filter((hint): hint is string => typeof hint === 'string' && hint !== '')
  const words = {
    name: `answers.${key}`,
    label,
    hint: hints.length > 0 ? hints.map((hint) => <p key={hint}>{hint}</p>) : undefined,
    optional: !isRequired,
  }
  const text = typeof answer === 'string' ? answer : ''
  if (type === 'text' && (longest ?? 0) > 120)
    return <TextArea {...words} rows={3} maxLength={longest ?? undefined} defaultValue={text} />
  if (type === 'text')
    return <Field {...words} maxLength={longest ?? undefined} defaultValue={text} autoComplete="off" />
  if (type === 'number') {
    return (
      <Field
        {...words}
        width="short"
        inputMode={question.isWhole ? 'numeric' : 'decimal'}
        autoComplete="off"
        defaultValue={text}
      />
    )
  }
  if (type === 'date') return <DateField {...words} defaultValue={text} />
  const options =
    type === 'yes-no'
      ? (['yes', 'no'] as const).map((value) => ({ value, label: t(`report.${value}`) }))
      : choices.map(({ value, label, pictogram }) => ({
          value,
          label,
          ...(pictogram && isPictogram(pictogram) && { pictogram }),
        }))
  return (
    <Choice
      {...words}
      options={options}
      many={type === 'many'}
      chosen={answer}
      tiles={options.length > 3 || type === 'yes-no'}
    />
  )
}

const prefix = 'answers.'

function answersFrom(form: FormData): Given {
  const given: Record<string, string[]> = {}
  for (const [name, value] of form) {
    if (!name.startsWith(prefix) || typeof value !== 'string') continue
    const key = name.slice(prefix.length)
    given[key] = [...(given[key] ?? []), value]
  }
  return given
}

// What stood in the form when it came back: its own answers only.
function answersIn(kept: Readonly<Record<string, string | string[]>>): Given {
  const own = Object.entries(kept).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]))
}
