import type { ReactNode } from 'react'

export type Fact = { term: ReactNode; value: ReactNode; key?: string }

/** What is known, term by term. Facts without a value are left out: an empty line says nothing. */
export function Facts({ facts, beside = true }: { facts: readonly Fact[]; beside?: boolean }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className={beside ? 'facts facts-beside' : 'facts'}>
      {known.map(({ term, value, key }) => (
        <div key={key ?? String(term)}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
