import type { ComponentPropsWithoutRef } from 'react'
import { FieldFrame, type FieldWords, useFieldParts } from './field-frame'
import { onlyOne } from './form-problem'

type Width = 'short' | 'medium'
type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentPropsWithoutRef<Tag>,
  'className' | 'style' | 'id' | 'name'
>

const classesOf = (width?: Width) => (width ? `input input-${width}` : 'input')

// What must be typed again each time: a browser would show it, and a page must not carry it.
const neverKept = ['password', 'file']

/** One line of text, a number, a mail address, a photo: whatever the browser has a keyboard for. */
export function Field({
  name,
  label,
  hint,
  optional,
  large,
  width,
  ...rest
}: FieldWords & Native<'input'> & { width?: Width }) {
  const { id, kept, describedBy, error } = useFieldParts({ name, hint })
  const isKept = !neverKept.includes(rest.type ?? 'text') && kept !== undefined
  return (
    <FieldFrame {...{ name, label, hint, optional, large }}>
      <input
        dir="auto"
        {...rest}
        {...(isKept && { defaultValue: onlyOne(kept) })}
        id={id}
        name={name}
        className={classesOf(width)}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    </FieldFrame>
  )
}

/** Room to tell a story. It grows with the text. */
export function TextArea({ name, label, hint, optional, large, ...rest }: FieldWords & Native<'textarea'>) {
  const { id, kept, describedBy, error } = useFieldParts({ name, hint })
  return (
    <FieldFrame {...{ name, label, hint, optional, large }}>
      <textarea
        dir="auto"
        rows={5}
        {...rest}
        {...(kept !== undefined && { defaultValue: onlyOne(kept) })}
        id={id}
        name={name}
        className="input"
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    </FieldFrame>
  )
}

export type Option = { value: string; label: string }
type SelectProps = FieldWords & Native<'select'> & { options: readonly Option[]; none?: string; width?: Width }

/** One of many, where big tiles would fill the page. `none` is the words of the empty answer. */
export function Select({ name, label, hint, optional, large, options, none, width, ...rest }: SelectProps) {
  const { id, kept, describedBy, error } = useFieldParts({ name, hint })
  return (
    <FieldFrame {...{ name, label, hint, optional, large }}>
      <select
        {...rest}
        {...(kept !== undefined && { defaultValue: rest.multiple ? kept : onlyOne(kept) })}
        id={id}
        name={name}
        className={classesOf(width)}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

/** A day. The browser's own control knows the person's calendar and keyboard. */
export function DateField(props: FieldWords & Omit<Native<'input'>, 'type'>) {
  return <Field {...props} type="date" dir={undefined} width="short" />
}
