import { FieldHelp } from '../field-frame'
import { fieldId, useFieldProblem } from '../form-problem'
import { useWords } from '../words'

export type Earlier = { key: string; label: string; answers: readonly { value: string; label: string | null }[] }
type ConditionFieldsProps = { earlier: readonly Earlier[]; chosen?: { question: string; isOneOf: readonly string[] } }

/** Asked only after these answers to one earlier question; none ticked: always asked. */
export function ConditionFields({ earlier, chosen }: ConditionFieldsProps) {
  const t = useWords()
  const { kept } = useFieldProblem('condition')
  const picked =
    kept !== undefined ? [kept].flat() : (chosen?.isOneOf ?? []).map((answer) => `${chosen?.question}:${answer}`)
  return (
    <fieldset className="field" id={fieldId('condition')} tabIndex={-1}>
      <legend className="label">{t('admin.question.only-if')}</legend>
      <FieldHelp name="condition" hint={t('admin.question.only-if-hint')} />
      {earlier.map(({ key, label, answers }) => (
        <fieldset key={key} className="condition">
          <legend dir="auto">{label}</legend>
          {answers.map(({ value, label }) => (
            <label key={value} className="condition-answer">
              <input
                type="checkbox"
                name="condition"
                value={`${key}:${value}`}
                defaultChecked={picked.includes(`${key}:${value}`)}
              />
              <bdi>{label ?? t(`rule.${value}`)}</bdi>
            </label>
          ))}
        </fieldset>
      ))}
    </fieldset>
  )
}
