import { type ReactNode, useId } from 'react'

type CardProps = { title: ReactNode; level?: 2 | 3; children: ReactNode }

/** One subject beside the main story, with its own heading. */
export function Card({ title, level = 2, children }: CardProps) {
  const id = useId()
  const Heading = `h${level}` as const
  return (
    <section className="card stack" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {children}
    </section>
  )
}
