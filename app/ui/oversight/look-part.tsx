import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Pictogram } from '../pictogram'
import { useWords } from '../words'

type LookPartProps = { id: string; n: number; all?: string; children: ReactNode }

/** One thing an officer looks after: how many, why it matters, the latest of them. */
export function LookPart({ id, n, all, children }: LookPartProps) {
  const t = useWords()
  return (
    <section className="look-part stack" aria-labelledby={`look-${id}`}>
      <h2 id={`look-${id}`}>{t(`oversight.look.${id}.title`, { n })}</h2>
      <p className="muted look-why">{t(`oversight.look.${id}.why`)}</p>
      {children}
      {all && (
        <p>
          <Link to={all}>{t('oversight.look.all', { n })}</Link>
        </p>
      )}
    </section>
  )
}

/** What is in order, one line each: an officer sees that it was looked at, and goes on. */
export function LookClear({ ids }: { ids: readonly string[] }) {
  const t = useWords()
  if (ids.length === 0) return null
  return (
    <section className="look-part" aria-labelledby="look-clear">
      <h2 id="look-clear">{t('oversight.look.clear')}</h2>
      <ul className="look-clear">
        {ids.map((id) => (
          <li key={id}>
            <Pictogram name="check" size="small" />
            {t(`oversight.look.${id}.none`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
