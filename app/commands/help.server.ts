import { settings } from '~/platform/env.server'

/** The commands, and every environment variable with what it means and what it is when nobody sets it. */
export function helpText(commands: readonly string[]): string {
  const rows = Object.entries(settings).map(([name, { words, form }]) => {
    const preset = form.safeParse(undefined)
    const value = preset.success && String(preset.data ?? '') !== '' ? ` [${preset.data}]` : ''
    return `  ${name.padEnd(18)} ${words}${value}`
  })
  return [
    'Meent: residents and their town keep public services in common, fairly.',
    '',
    `Commands: ${commands.join(', ')}`,
    '',
    'Environment:',
    ...rows,
  ].join('\n')
}
