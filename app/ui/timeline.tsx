import type { ReactNode } from 'react'
import { useWords } from './words'

export type Moment = {
  id: string
  title: ReactNode
  /** When, and who by role: "12 November · Head of Street Works". */
  by?: ReactNode
  children?: ReactNode
  /** Expected, and not done yet. */
  isComing?: boolean
}

/** The story of an issue from the first report on, oldest first. */
export function Timeline({ moments, level = 3 }: { moments: readonly Moment[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const
  return (
    <ol className="timeline">
      {moments.map(({ id, title, by, children, isComing }) => (
        <li key={id} id={id} className={isComing ? 'is-coming' : undefined}>
          <Heading>{title}</Heading>
          {by && <p className="timeline-by">{by}</p>}
          {children && <div className="timeline-body">{children}</div>}
        </li>
      ))}
    </ol>
  )
}

type DecisionProps = { facts?: ReactNode; why: ReactNode; ground?: ReactNode; redress?: ReactNode }

/** A decision as the person it concerns needs it: what was found, why, on what ground, and what to do if they do not agree. */
export function Decision({ facts, why, ground, redress }: DecisionProps) {
  const t = useWords()
  const parts = [
    { word: t('common.decision.facts'), said: facts },
    { word: t('common.decision.why'), said: why },
    { word: t('common.decision.ground'), said: ground },
    { word: t('common.decision.not-agreed'), said: redress },
  ]
  return (
    <div className="decision">
      {parts.map(
        ({ word, said }) =>
          said && (
            <p key={word} dir="auto">
              <strong>{word}</strong> {said}
            </p>
          ),
      )}
    </div>
  )
}
