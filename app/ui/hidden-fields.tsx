type HiddenFieldsProps = { fields: Record<string, string | number | readonly string[] | null | undefined> }

/** What earlier pages of a form were told, carried along for people without scripts. Empty answers stay away. */
export function HiddenFields({ fields }: HiddenFieldsProps) {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({ name, value: String(one) })),
  )
  return pairs.map(({ name, value }) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />)
}
