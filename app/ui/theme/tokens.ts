import base from './tokens.json'

export const schemes = ['light', 'dark', 'light-contrast', 'dark-contrast'] as const
export type Scheme = (typeof schemes)[number]

type TokenValue = string | number
type Group = Record<string, TokenValue>

/** All values of a theme, read out of the W3C form: colours per scheme, everything else per kind. */
export type Tokens = { color: Record<Scheme, Group>; rest: Record<string, Group> }

/** What a town changes: any part of the token file, in the same form. Everything it does not name stays ours. */
export type TownTheme = { [name: string]: unknown }

type Branch = { [name: string]: unknown }

const isBranch = (value: unknown): value is Branch =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Our tokens with a town's own over them. Names we do not have and values we cannot read are left out. */
export function tokensOf(theme: TownTheme = {}): Tokens {
  const { color, ...others } = base as Branch
  const rest = Object.entries(others).map(([kind, group]) => [kind, groupOf(group, theme[kind], typeOf(group))])
  const colours = schemes.map((scheme) => [scheme, groupOf(at(color, scheme), at(theme.color, scheme), 'color')])
  return { color: Object.fromEntries(colours), rest: Object.fromEntries(rest) }
}

/** What in a town's theme cannot be used, as paths, so that its maker can mend it. */
export function unusableTokens(theme: TownTheme): string[] {
  return leavesOf(theme).flatMap(({ path, value }) => {
    const kind = path[0] ?? ''
    const known = path.reduce<unknown>((branch, name) => at(branch, name), base)
    const isKnown = isBranch(known) && '$value' in known
    return isKnown && readValue(value, typeOf(at(base, kind))) !== null ? [] : [path.join('.')]
  })
}

function groupOf(ours: unknown, theirs: unknown, type: string): Group {
  const group: Group = {}
  for (const { path, value } of leavesOf(ours)) {
    const name = path.join('-')
    const own = at(at(theirs, name), '$value')
    const read = (own === undefined ? null : readValue(own, type)) ?? readValue(value, type)
    if (read !== null) group[name] = read
  }
  return group
}

function leavesOf(branch: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
  if (!isBranch(branch)) return []
  if ('$value' in branch) return [{ path, value: branch.$value }]
  const names = Object.keys(branch).filter((name) => !name.startsWith('$'))
  return names.flatMap((name) => leavesOf(branch[name], [...path, name]))
}

// These values go into a style sheet as they are: only what cannot close a rule, name an address or start a comment passes.
function readValue(value: unknown, type: string): TokenValue | null {
  if (type === 'color') return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : null
  if (type === 'number') return typeof value === 'number' && value >= 1 && value <= 3 ? value : null
  if (type === 'dimension')
    return typeof value === 'string' && /^\d{1,3}(\.\d{1,3})?(px|em|rem)$/.test(value) ? inRem(value) : null
  if (type === 'fontFamily' && Array.isArray(value) && value.length <= 20) {
    const names = value.filter(
      (name) => typeof name === 'string' && /^[a-z][a-z0-9 -]{0,60}$|^-apple-system$/i.test(name),
    )
    return names.length === value.length
      ? names.map((name) => (name.includes(' ') ? `"${name}"` : name)).join(', ')
      : null
  }
  return null
}

// Pixels become rem, so that a larger text in the browser's settings makes everything larger with it.
const inRem = (size: string) => (size.endsWith('px') ? `${Number.parseFloat(size) / 16}rem` : size)

const typeOf = (group: unknown) => String(at(group, '$type') ?? '')
const at = (branch: unknown, name: string) =>
  isBranch(branch) && Object.hasOwn(branch, name) ? branch[name] : undefined
