import type { ReactNode } from 'react'
import { Pictogram, type PictogramName } from './pictogram'
import { useWords } from './words'

export type Tone = 'info' | 'warn' | 'danger' | 'ok'

const signs: Record<Tone, PictogramName> = { info: 'note', warn: 'warning', danger: 'warning', ok: 'check' }

type NoticeProps = {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  /** It came after the person did something: screen readers are told at once. */
  live?: boolean
}

/** Something to know before going on. Colour, sign and a word all say how much it matters. */
export function Notice({ tone = 'info', title, children, live }: NoticeProps) {
  const t = useWords()
  const word = {
    info: t('common.notice.info'),
    warn: t('common.notice.warn'),
    danger: t('common.notice.danger'),
    ok: t('common.notice.ok'),
  }[tone]
  return (
    <div className={`notice tone-${tone}`} role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}>
      <Pictogram name={signs[tone]} />
      <div className="notice-words">
        <span className="visually-hidden">{word} </span>
        {title && (
          <p>
            <strong>{title}</strong>
          </p>
        )}
        {children}
      </div>
    </div>
  )
}
