import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type FilterLink = { to: string; label: ReactNode; isOn?: boolean; key?: string }

/** Filters as links: the address holds the choice, so it can be sent to a neighbour. */
export function FilterLinks({ label, links }: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {links.map((link) => (
          <li key={link.key ?? link.to}>
            <Link className="chip" to={link.to} preventScrollReset aria-current={link.isOn ? 'true' : undefined}>
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
