import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Pictogram } from './pictogram'

type PageTitleProps = { title: ReactNode; back?: { to: string; label: ReactNode }; children?: ReactNode }

/** What the page is about, the way back, and one sentence under it. */
export function PageTitle({ title, back, children }: PageTitleProps) {
  return (
    <div className="title">
      {back && (
        <Link className="back" to={back.to}>
          <Pictogram name="back" size="small" turns />
          {back.label}
        </Link>
      )}
      <h1 dir="auto">{title}</h1>
      {children && <div className="lead">{children}</div>}
    </div>
  )
}
