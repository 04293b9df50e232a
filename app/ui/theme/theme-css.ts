import { type Scheme, type Tokens, type TownTheme, tokensOf } from './tokens'

/**
 * The style sheet of a town: our tokens, and its own over them, as custom properties for light and dark, more contrast,
 * forced colours and print. Served at run time, so that a town changes its colours without a build.
 */
export function themeCss(theme: TownTheme = {}): string {
  const tokens = tokensOf(theme)
  const colours = (scheme: Scheme, selector: string) => rule(selector, colourLines(tokens, scheme))
  return [
    rule(':root', [...restLines(tokens), ...colourLines(tokens, 'light')]),
    within('prefers-color-scheme: dark', colours('dark', ':root')),
    colours('light', ':root[data-theme="light"]'),
    colours('dark', ':root[data-theme="dark"]'),
    within('prefers-contrast: more', colours('light-contrast', ':root, :root[data-theme="light"]')),
    within(
      'prefers-contrast: more) and (prefers-color-scheme: dark',
      colours('dark-contrast', ':root:not([data-theme])'),
    ),
    within('prefers-contrast: more', colours('dark-contrast', ':root[data-theme="dark"]')),
    colours('light-contrast', ':root[data-theme="contrast"]'),
    within('forced-colors: active', rule(everyRoot, forcedLines)),
    `@media print {\n${rule(everyRoot, [...colourLines(tokens, 'light'), '--paper: #fff', '--soft: #fff'])}\n}`,
    '',
  ].join('\n')
}

// As strong as any rule above and later, so that a chosen theme never prints dark or fights the person's own colours.
const everyRoot = ':root, :root[data-theme]'

/** The person's own colours, from the system: their choice stands above the town's. The map keeps its own. */
const forcedLines = [
  ...['paper: Canvas', 'surface: Canvas', 'soft: Canvas', 'ink: CanvasText', 'muted: CanvasText', 'line: CanvasText'],
  ...['control: ButtonBorder', 'brand: LinkText', 'on-brand: Canvas', 'link: LinkText', 'focus: Highlight'],
  ...['focus-ink: CanvasText', 'danger: CanvasText', 'warn: CanvasText', 'ok: CanvasText', 'info: CanvasText'],
].map((line) => `--${line}`)

function colourLines(tokens: Tokens, scheme: Scheme): string[] {
  const isDark = scheme.startsWith('dark')
  const colours = Object.entries(tokens.color[scheme]).map(([name, value]) => `--${name}: ${value}`)
  return [`color-scheme: ${isDark ? 'dark' : 'light'}`, ...colours]
}

function restLines(tokens: Tokens): string[] {
  return Object.entries(tokens.rest).flatMap(([kind, group]) =>
    Object.entries(group).map(([name, value]) => `--${kind}-${name}: ${value}`),
  )
}

const rule = (selector: string, lines: string[]) => `${selector} {\n${lines.map((line) => `  ${line};`).join('\n')}\n}`
const within = (condition: string, css: string) => `@media (${condition}) {\n${css}\n}`
