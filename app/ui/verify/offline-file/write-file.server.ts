import { createHash } from 'node:crypto'
import script from 'virtual:meent-verifier'
import { themeCss } from '../../theme/theme-css'
import type { TownTheme } from '../../theme/tokens'
import css from './page.css?raw'
import type { WhatItHolds } from './what-it-holds'

/**
 * The whole file that checks receipts offline: program, words, colours and keys in one. Its own policy lets it run this one
 * program and ask nobody for anything, whatever stands in a receipt.
 */
export function offlineFile(holds: WhatItHolds, theme: TownTheme, noScripts: readonly string[]): string {
  const style = `${themeCss(theme).replace(notHere, '')}${css}`.replace(/\s+/g, ' ').replaceAll('<', '\\3c ')
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="${escaped(holds.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(holds.host)}</title>
<style>${style}</style>
<script type="application/json" id="town">${inScript(JSON.stringify(holds))}</script>
</head>
<body>
<noscript>${noScripts.map((sentence) => `<p dir="auto">${escaped(sentence)}</p>`).join('')}</noscript>
<script>${script}</script>
</body>
</html>
`
}

/** The name it is kept under: whose it is, in letters that every disk takes. */
export const offlineFileName = (host: string): string => `meent-verify-${host.replace(/[^\w.-]+/g, '-')}.html`

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`

// There is no map in it, and nobody chooses another theme than that of their system.
const notHere = /^ *--map-.*\n|^:root\[data-theme=[^{]*\{[^}]*\}\n/gm

// Inside a script element only "<" can end it or open another; in JSON it may be written this way.
const inScript = (json: string) => json.replaceAll('<', '\\u003c')

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
