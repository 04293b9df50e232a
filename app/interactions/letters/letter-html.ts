import { directionOf } from '~/platform/languages'
import type { LetterParts } from './letter-text.server'

/**
 * The letter as a small page: a heading-free text with one button, in the direction of its language, readable by screen
 * readers and in the dark. Mail programs know no style sheets, so the few looks stand at each element.
 */
export function letterHtml({
  language,
  subject,
  hello,
  paragraphs,
  quote,
  button,
  signOff,
  foot,
}: LetterParts): string {
  const direction = directionOf(language)
  const body = [
    p(hello),
    ...paragraphs.map((text) => p(text)),
    ...(quote.length > 0
      ? [`<blockquote style="${quoteLook(direction)}">${quote.map((text) => p(text)).join('')}</blockquote>`]
      : []),
    ...(button
      ? [
          `<p style="margin:24px 0"><a href="${safe(button.url)}" style="${buttonLook}">${safe(button.words)}</a></p>`,
          p(`${button.help}`, small),
          `<p style="${small}" dir="ltr"><a href="${safe(button.url)}" style="color:#0B5A7A">${safe(button.url)}</a></p>`,
        ]
      : []),
    p(signOff),
    '<hr style="border:0;border-top:1px solid #D3D9D4;margin:24px 0">',
    ...foot.map(({ words, url }) =>
      url
        ? `<p style="${small}">${safe(words)} <a href="${safe(url)}" style="color:#0B5A7A" dir="ltr">${safe(url)}</a></p>`
        : p(words, small),
    ),
  ]
  return `<!doctype html>
<html lang="${safe(language)}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${safe(subject)}</title></head>
<body style="margin:0;padding:24px 16px;font:17px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif" dir="${direction}">
<main style="max-width:600px;margin:0 auto">
${body.join('\n')}
</main>
</body>
</html>
`
}

const small = 'margin:8px 0;font-size:15px'
const buttonLook =
  'display:inline-block;padding:12px 20px;background:#0E5A49;color:#FFFFFF;border-radius:6px;text-decoration:none;font-weight:bold'
const quoteLook = (direction: 'ltr' | 'rtl') =>
  `margin:16px 0;padding:0 16px;border-${direction === 'rtl' ? 'right' : 'left'}:4px solid #0E5A49`

// A line break that somebody typed stays one.
const p = (text: string, look = 'margin:0 0 16px') =>
  `<p style="${look}" dir="auto">${safe(text).replaceAll('\n', '<br>')}</p>`

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Text that a page shows as it was typed: no sign of it is read as markup. */
export const safe = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
