import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

type IssueRowProps = {
  to: string
  /** The status sign: shape and colour. */
  sign?: ReactNode
  title: ReactNode
  /** Where, how many, since when. */
  about?: ReactNode
  /** The state in words: "Received, answer by 2 December". */
  state?: ReactNode
  tone?: 'info' | 'warn' | 'danger' | 'ok' | 'muted'
}

/** One issue in a list: its sign, what, where, how many, and what the town does about it. */
export function IssueRow({ to, sign, title, about, state, tone = 'muted' }: IssueRowProps) {
  return (
    <li>
      <span className="rows-sign">{sign}</span>
      <div>
        <Link className="rows-title" to={to}>
          {title}
        </Link>
        {about && <p className="muted rows-small">{about}</p>}
        {state && <p className={`rows-state tone-${tone}`}>{state}</p>}
      </div>
    </li>
  )
}

/** Issues one under the other. */
export function IssueRows({ children }: { children: ReactNode }) {
  return <ul className="rows">{children}</ul>
}
