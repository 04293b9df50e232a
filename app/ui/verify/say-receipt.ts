import type { CheckedReceipt, Statement, Verdict } from '~/safeguards/ledger/check-receipt'
import type { Translate } from '../translator'

/** One thing that the check found, in words: sentences, and what is to be read letter by letter. */
export type SaidStatement = {
  id: string
  verdict: Verdict
  title: string
  parts: ({ sentence: string; code?: string } | { term: string; code: string })[]
}
export type SaidReceipt = {
  tone: 'ok' | 'info' | 'warn' | 'danger'
  title: string
  sentences: string[]
  statements: SaidStatement[]
}

const tones = { proven: 'ok', promised: 'info', 'not-proven': 'warn', wrong: 'danger' } as const

/** What came of a check, in the reader's language. `acts` names what entries record; an act of a later day keeps its code. */
export function sayReceipt(t: Translate, acts: Readonly<Record<string, string>>, checked: CheckedReceipt): SaidReceipt {
  const { verdict, wrong, statements } = checked
  const said = { tone: tones[verdict], statements: statements.map((one) => sayStatement(t, acts, one)) }
  if (!wrong)
    return { ...said, title: t(`verify.verdict.${verdict}`), sentences: [t(`verify.verdict.${verdict}.text`)] }
  const isFile = wrong.at === 'file'
  const first = t(`verify.wrong.${wrong.at}.${wrong.why}`)
  return {
    ...said,
    title: t(isFile ? 'verify.verdict.wrong.file' : 'verify.verdict.wrong'),
    sentences: isFile ? [first] : [first, t('verify.verdict.wrong.text')],
  }
}

function sayStatement(t: Translate, acts: Readonly<Record<string, string>>, statement: Statement): SaidStatement {
  const { id, verdict, why } = statement
  const parts = [
    ...(verdict === 'wrong' ? [{ sentence: t(`verify.wrong.${id}.${why}`) }] : partsOf(t, acts, statement)),
    ...(verdict === 'not-proven' && why && id !== 'witnesses' ? [{ sentence: t(`verify.${id}.${why}`) }] : []),
  ]
  return { id, verdict, title: t(`verify.${id}`), parts }
}

function partsOf(t: Translate, acts: Readonly<Record<string, string>>, statement: Statement): SaidStatement['parts'] {
  const when = (at: string) =>
    t.intl.formatDate(at, {
      ...{ day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
    })
  const number = (n: number) => t.intl.formatNumber(n)
  if (statement.id === 'waiting') {
    const { facts } = statement
    if (!facts) return [{ sentence: t('verify.waiting.unknown') }]
    const key = facts.isOver ? 'verify.waiting.over' : 'verify.waiting.not-yet'
    return [{ sentence: t(key, { until: when(facts.until) }) }]
  }
  if (!statement.facts) return []
  if (statement.id === 'entry') {
    const { kind, at, outcome, id, leaf } = statement.facts
    const known = Object.hasOwn(acts, kind) ? (acts[kind] ?? kind) : kind
    return [
      { sentence: t(`verify.entry.${outcome}`, { kind: known, at: when(at) }) },
      { term: t('verify.entry.id'), code: id },
      { term: t('verify.entry.leaf'), code: leaf },
    ]
  }
  if (statement.verdict !== 'proven' && statement.id !== 'witnesses') return []
  switch (statement.id) {
    case 'about':
      return statement.facts.openings.map(({ name, n, value }) => ({
        sentence:
          n > 0
            ? t(name === 'who' ? 'verify.about.who' : 'verify.about.person', { n: number(n) })
            : t('verify.about.other', { name }),
        code: value,
      }))
    case 'promise':
      return [
        { sentence: t('verify.promise.proven', { at: when(statement.facts.at), until: when(statement.facts.until) }) },
      ]
    case 'place': {
      const { index, size, root } = statement.facts
      return [{ sentence: t('verify.place.proven', { place: number(index + 1), size: number(size) }), code: root }]
    }
    case 'head':
      return [{ sentence: t('verify.head.proven', { key: statement.facts.key, id: statement.facts.keyId }) }]
    case 'witnesses':
      return saidWitnesses(t, statement.facts, when)
  }
}

function saidWitnesses(
  t: Translate,
  { seen, unknown }: { seen: { name: string; at: string }[]; unknown: number },
  when: (at: string) => string,
): SaidStatement['parts'] {
  return [
    ...(seen.length > 0
      ? seen.map(({ name, at }) => ({ sentence: t('verify.witnesses.seen', { name, at: at && when(at) }) }))
      : [{ sentence: t('verify.witnesses.nobody') }]),
    ...(unknown > 0 ? [{ sentence: t('verify.witnesses.unknown', { count: unknown }) }] : []),
  ]
}
