import type { ReactNode } from 'react'
import { fieldId, useFieldProblem } from './form-problem'
import { Pictogram } from './pictogram'
import { useWords } from './words'

export type FieldWords = {
  name: string
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  /** The label is the question of the page: one question, one page. */
  large?: boolean
}

/** The ids that tie a control to its hint and its error, for `aria-describedby`. */
export function useFieldParts({ name, hint }: Pick<FieldWords, 'name' | 'hint'>) {
  const id = fieldId(name)
  const { error, values, kept } = useFieldProblem(name)
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return { id, error, values, kept, describedBy }
}

/** The words inside a label or legend. */
export function LabelWords({ label, optional }: Pick<FieldWords, 'label' | 'optional'>) {
  const t = useWords()
  return (
    <>
      {label} {optional && <span className="optional">{t('common.field.optional')}</span>}
    </>
  )
}

/** Hint and error of a field, in that order, read out together with it. */
export function FieldHelp({ name, hint }: Pick<FieldWords, 'name' | 'hint'>) {
  const t = useWords()
  const { id, error, values } = useFieldParts({ name, hint })
  return (
    <>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Pictogram name="warning" size="small" />
          <span>
            <span className="visually-hidden">{t('common.field.error')} </span>
            {t(error, values)}
          </span>
        </p>
      )}
    </>
  )
}

/** A label, its help and its control, one under the other. */
export function FieldFrame({ children, ...words }: FieldWords & { children: ReactNode }) {
  const { id, error } = useFieldParts(words)
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label className={words.large ? 'label label-large' : 'label'} htmlFor={id}>
        <LabelWords {...words} />
      </label>
      <FieldHelp {...words} />
      {children}
    </div>
  )
}
