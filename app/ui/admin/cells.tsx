import { useFieldParts } from '../field-frame'
import { onlyOne } from '../form-problem'
import { useWords } from '../words'

type CellProps = { name: string; label: string }

/** A value in a table that can be changed in place. Its column and row name it; for who does not see them, the label does. */
export function CellInput({
  name,
  label,
  text,
  longest,
  isNumber,
  wide,
}: CellProps & { text: string; longest: number; isNumber?: boolean; wide?: boolean }) {
  const { id, kept, error } = useFieldParts({ name })
  return (
    <>
      <input
        className={wide ? 'input cell-wide' : 'input cell-short'}
        id={id}
        name={name}
        aria-label={label}
        defaultValue={kept === undefined ? text : onlyOne(kept)}
        maxLength={longest}
        inputMode={isNumber ? 'numeric' : undefined}
        dir={isNumber ? undefined : 'auto'}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      <CellError name={name} />
    </>
  )
}

export function CellTick({ name, label, isTicked }: CellProps & { isTicked: boolean }) {
  const { id } = useFieldParts({ name })
  return (
    <label className="cell-tick" htmlFor={id}>
      <input type="checkbox" id={id} name={name} value="yes" aria-label={label} defaultChecked={isTicked} />
    </label>
  )
}

function CellError({ name }: { name: string }) {
  const t = useWords()
  const { id, error, values } = useFieldParts({ name })
  if (!error) return null
  return (
    <span className="field-error" id={`${id}-error`}>
      {t(error, values)}
    </span>
  )
}
