import { FieldFrame, useFieldParts } from '../field-frame'
import { onlyOne } from '../form-problem'

type KindSelectProps = {
  name: string
  label: string
  none: string
  chosen?: string
  groups: readonly { name: string; categories: readonly { key: string; name: string }[] }[]
  hint?: string
}

/** Kinds of issues under the heads of their groups: a native list, so that typing its first letters finds one. */
export function KindSelect({ name, label, none, chosen, groups, hint }: KindSelectProps) {
  const { id, kept, describedBy, error } = useFieldParts({ name, hint })
  return (
    <FieldFrame {...{ name, label, hint }}>
      <select
        id={id}
        name={name}
        className="input"
        defaultValue={onlyOne(kept) ?? chosen ?? ''}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      >
        <option value="">{none}</option>
        {groups.map((group) => (
          <optgroup key={group.categories[0]?.key ?? group.name} label={group.name}>
            {group.categories.map((category) => (
              <option key={category.key} value={category.key}>
                {category.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FieldFrame>
  )
}
