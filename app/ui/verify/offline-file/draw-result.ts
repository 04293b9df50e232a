import type { Translate } from '../../translator'
import type { SaidReceipt, SaidStatement } from '../say-receipt'
import { element } from './element'

const signs = { proven: '\u2713', 'not-proven': '\u2013', wrong: '\u2717' } as const

/** What a receipt proves, as the page of the town shows it too: a sign, a word and a sentence each. */
export function drawResult(t: Translate, { tone, title, sentences, statements }: SaidReceipt): HTMLElement[] {
  return [
    element('h2', {}, t('verify.result')),
    element(
      'div',
      { class: `notice tone-${tone}` },
      element('strong', {}, title),
      ...sentences.map((sentence) => element('p', {}, sentence)),
    ),
    element('ol', {}, ...statements.map((one) => drawStatement(t, one))),
  ]
}

function drawStatement(t: Translate, { verdict, title, parts }: SaidStatement): HTMLElement {
  const heading = element('h3', {}, `${title} `, element('span', {}, t(`verify.is.${verdict}`)))
  const lines = parts.map((part) =>
    element(
      'p',
      {},
      'sentence' in part ? part.sentence : `${part.term}:`,
      ...(part.code ? [' ', element('code', {}, part.code)] : []),
    ),
  )
  return element(
    'li',
    { class: `is-${verdict}` },
    element('span', { class: 'sign', 'aria-hidden': 'true' }, signs[verdict]),
    element('div', {}, heading, ...lines),
  )
}
