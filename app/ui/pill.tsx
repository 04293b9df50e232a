import type { ReactNode } from 'react'

/** The state of a thing in a word or two, with its sign in front where it has one. */
export function Pill({ sign, tone, children }: { sign?: ReactNode; tone?: string; children: ReactNode }) {
  return (
    <span className={tone ? `pill tone-${tone}` : 'pill'}>
      {sign}
      {children}
    </span>
  )
}
