/** The colours a town may make its own. The rest follows from the platform, so that maps and signs stay readable. */
export const colourNames = [
  'brand',
  'on-brand',
  'soft',
  'link',
  'paper',
  'surface',
  'ink',
  'muted',
  'line',
  'control',
  'danger',
  'warn',
  'ok',
  'info',
] as const
export type ColourName = (typeof colourNames)[number]

type Columns = { light: Partial<Record<ColourName, string>>; dark: Partial<Record<ColourName, string>> }
type Theme = Record<string, unknown>
type Colours = Record<string, Record<string, { $value: string }>>

/** A theme with these colours in it: those that are empty go back to the platform's own, anything else in it stays. */
export function themeFrom(theme: Theme, { light, dark }: Columns): Theme {
  const { color, ...rest } = theme
  const colours = { ...(color as Colours | undefined) }
  const next: Colours = { ...colours, light: scheme(colours.light, light), dark: scheme(colours.dark, dark) }
  const used = Object.fromEntries(Object.entries(next).filter(([, group]) => Object.keys(group).length > 0))
  return Object.keys(used).length > 0 ? { ...rest, color: used } : rest
}

function scheme(before: Colours[string] | undefined, typed: Columns['light']): Colours[string] {
  const others = Object.entries(before ?? {}).filter(([name]) => !(colourNames as readonly string[]).includes(name))
  const own = Object.entries(typed).filter(([, value]) => value)
  return Object.fromEntries([
    ...others,
    ...own.map(([name, value]) => [name, { $value: value.toUpperCase() }] as const),
  ])
}

/** The town's own colours as the form shows them. */
export function coloursOf(theme: Theme): Columns {
  const colours = theme.color as Colours | undefined
  const read = (group: Colours[string] | undefined) =>
    Object.fromEntries(colourNames.flatMap((name) => (group?.[name] ? [[name, group[name].$value]] : [])))
  return { light: read(colours?.light), dark: read(colours?.dark) }
}
