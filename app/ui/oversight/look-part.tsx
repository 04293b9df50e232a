import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Pictogram } from '../pictogram'
import { useWords } from '../words'

type LookPartProps = { id: string; n: number; all?: string; children: ReactNode }

/** One thing an officer looks after: how many, why it matters, the latest of them. Nothing to see is one line. */
export function LookPart({ id, n, all, children }: LookPartProps) {
  const t = useWords()
  if (n === 0) {
    return (
      <p className="look-clear">
        <Pictogram name="check" size="small" />
        {t(`oversight.look.${id}.none`)}
      </p>
    )
  }
  return (
    <section className="look-part stack" aria-labelledby={`look-${id}`}>
      <h2 id={`look-${id}`}>{t(`oversight.look.${id}.title`, { n })}</h2>
      <p className="muted">{t(`oversight.look.${id}.why`)}</p>
      {children}
      {all && (
        <p>
          <Link to={all}>{t('oversight.look.all', { n })}</Link>
        </p>
      )}
    </section>
  )
}
