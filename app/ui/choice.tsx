import type { ReactNode } from 'react'
import { FieldHelp, type FieldWords, LabelWords, useFieldParts } from './field-frame'
import { Pictogram, type PictogramName } from './pictogram'

export type ChoiceOption = {
  value: string
  label: ReactNode
  hint?: ReactNode
  pictogram?: PictogramName
  lang?: string
}

type ChoiceProps = FieldWords & {
  options: readonly ChoiceOption[]
  /** One answer (radio) or any number of them (checkbox). */
  many?: boolean
  chosen?: string | readonly string[]
  /** Tiles beside each other, for many short answers. */
  tiles?: boolean
  required?: boolean
}

/** Answers as big targets with a sign, a word and a hint. The whole tile can be pressed; arrow keys work as ever. */
export function Choice({ name, label, hint, optional, large, options, many, chosen, tiles, required }: ChoiceProps) {
  const { id, kept, describedBy, error } = useFieldParts({ name, hint })
  const picked = [kept ?? chosen ?? []].flat()
  return (
    <fieldset className={`field field-choices${error ? ' field-wrong' : ''}`} aria-describedby={describedBy}>
      <legend className={large ? 'label label-large' : 'label'}>
        <LabelWords {...{ label, optional }} />
      </legend>
      <FieldHelp {...{ name, hint }} />
      <div className={tiles ? 'choices choices-tiles' : 'choices'}>
        {options.map((option, at) => (
          <ChoiceTile
            key={option.value}
            {...option}
            // The summary links to the field: that is its first answer.
            id={at === 0 ? id : `${id}-${at}`}
            name={name}
            type={many ? 'checkbox' : 'radio'}
            isChosen={picked.includes(option.value)}
            required={required && !many}
          />
        ))}
      </div>
    </fieldset>
  )
}

type TileProps = ChoiceOption & {
  id: string
  name: string
  type: 'radio' | 'checkbox'
  isChosen: boolean
  required?: boolean
}

function ChoiceTile({ id, name, type, value, label, hint, pictogram, lang, isChosen, required }: TileProps) {
  return (
    <label className="choice" htmlFor={id}>
      <input {...{ id, name, type, value, required }} defaultChecked={isChosen} />
      {pictogram && <Pictogram name={pictogram} />}
      <span className="choice-words" lang={lang} dir={lang ? 'auto' : undefined}>
        <span className="choice-label">{label}</span>
        {hint && <span className="hint">{hint}</span>}
      </span>
    </label>
  )
}

type TickProps = { name: string; label: ReactNode; hint?: ReactNode; value?: string; isChosen?: boolean }

/** One yes-or-no answer: consent, or "I have read this". Never ticked beforehand for consent. */
export function Tick({ name, label, hint, value = 'yes', isChosen = false }: TickProps) {
  const { id, kept, error } = useFieldParts({ name })
  const isTicked = kept === undefined ? isChosen : [kept].flat().includes(value)
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <FieldHelp name={name} />
      <ChoiceTile {...{ id, name, value, label, hint }} type="checkbox" isChosen={isTicked} />
    </div>
  )
}
