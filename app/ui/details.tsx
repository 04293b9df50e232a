import type { ReactNode } from 'react'
import { Pictogram } from './pictogram'

/** More for who wants it, one press away. Open without scripts, and open on paper where the page asks for it. */
export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className="more" open={open}>
      <summary>
        <Pictogram name="chevron" size="small" turns />
        {summary}
      </summary>
      <div className="more-body stack">{children}</div>
    </details>
  )
}
