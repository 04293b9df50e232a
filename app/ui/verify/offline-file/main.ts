import { directionOf, ownNameOf } from '~/platform/languages'
import type { CheckedReceipt } from '~/safeguards/ledger/check-receipt'
import { type Translate, translatorOf } from '../../translator'
import { checkHere } from '../check-here'
import { limits } from '../limits'
import { sayReceipt } from '../say-receipt'
import { drawResult } from './draw-result'
import { element } from './element'
import { inLanguage, unpacked, type WhatItHolds } from './what-it-holds'

/** The page inside the file that checks receipts offline. Every word is set as text, so nothing in a receipt can become markup. */
const town = JSON.parse(document.getElementById('town')?.textContent ?? '') as WhatItHolds

let language = town.language
let checked: CheckedReceipt | 'failed' | null = null
let dropped: File | null = null

const here = <Value>(all: Record<string, readonly Value[]>) => inLanguage(all, town.languages.indexOf(language))
const translate = (): Translate => {
  const messages = Object.entries(here(town.messages)).map(([key, message]) => [key, unpacked(message)])
  return translatorOf(language, town.timezone, Object.fromEntries(messages))
}
// Said anew in each language; what was chosen and typed stays.
const redrawn: ((t: Translate) => void)[] = []
function said<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, say: (t: Translate) => string, attributes = {}) {
  const made = element(tag, attributes)
  redrawn.push((t) => made.replaceChildren(say(t)))
  return made
}

const file = element('input', { type: 'file', id: 'file', accept: '.json,.tlog-proof' })
const text = element('textarea', { id: 'text', rows: '5', spellcheck: 'false', dir: 'ltr' })
const chosen = element('p', { class: 'muted' })
const result = element('section', { id: 'result', tabindex: '-1', 'aria-live': 'polite' })

const form = element(
  'form',
  { novalidate: '' },
  said('label', (t) => t('verify.file'), { for: 'file' }),
  said('p', (t) => `${t('verify.file.hint')} ${t('verify.offline.drop')}`, { class: 'muted' }),
  file,
  chosen,
  said('label', (t) => t('verify.text'), { for: 'text' }),
  text,
  said('button', (t) => t('verify.check'), { type: 'submit' }),
)

const keys = element('ul')
redrawn.push((t) =>
  keys.replaceChildren(
    ...town.shown.map(({ use, name, fingerprint, vkey }) =>
      element(
        'li',
        {},
        element('strong', {}, t(`verify.keys.${use}`)),
        ' ',
        element('bdi', {}, name),
        element('p', {}, `${t('verify.keys.fingerprint')}: `, element('code', {}, fingerprint)),
        element('p', {}, `${t('verify.keys.whole')}: `, element('code', {}, vkey)),
      ),
    ),
  ),
)

const languages = element(
  'nav',
  {},
  ...town.languages.map((one) => {
    const button = element('button', { type: 'button', class: 'quiet', lang: one }, ownNameOf(one))
    button.addEventListener('click', () => {
      language = one
      draw()
    })
    redrawn.push(() => button.setAttribute('aria-pressed', String(one === language)))
    return button
  }),
)

function draw() {
  const t = translate()
  document.documentElement.lang = language
  document.documentElement.dir = directionOf(language)
  document.title = `${t('verify.title')} \u2013 ${town.host}`
  languages.setAttribute('aria-label', t('verify.offline.language'))
  for (const redraw of redrawn) redraw(t)
  chosen.replaceChildren(dropped?.name ?? '')
  if (checked === 'failed') result.replaceChildren(element('p', { role: 'alert' }, t('verify.here.failed')))
  else if (checked) result.replaceChildren(...drawResult(t, sayReceipt(t, here(town.acts), checked)))
}

async function check() {
  const one = dropped ?? file.files?.[0] ?? null
  checked = await checkHere(one, text.value, town.keys).catch(() => 'failed' as const)
  draw()
  result.focus()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void check()
})
file.addEventListener('change', () => {
  dropped = null
  draw()
})
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  dropped = event.dataTransfer?.files[0] ?? null
  if (dropped) void check()
})

const compare = (t: Translate) =>
  town.shown.length > 0 ? `${t('verify.keys.compare')} ${town.keyAddress}` : t('verify.keys.none')
const madeAt = (t: Translate) =>
  t('verify.offline.made', {
    host: town.host,
    at: t.intl.formatDate(town.madeAt, { day: 'numeric', month: 'long', year: 'numeric' }),
  })

document.body.replaceChildren(
  element('header', {}, element('bdi', { class: 'host' }, town.host), languages),
  element(
    'main',
    {},
    said('h1', (t) => t('verify.title')),
    said('p', (t) => t('verify.lead')),
    said('p', (t) => t('verify.here')),
    form,
    result,
    said('h2', (t) => t('verify.limits')),
    ...limits.map((limit) =>
      element(
        'div',
        { class: 'limit' },
        said('p', (t) => t(`verify.limit.${limit}`)),
        said('p', (t) => t(`verify.limit.${limit}.open`), { class: 'muted' }),
      ),
    ),
    said('h2', (t) => t('verify.keys')),
    said('p', compare),
    keys,
  ),
  element('footer', {}, said('p', madeAt, { class: 'muted' })),
)
draw()
