import { Link } from '@remix-run/react'
import { Notice } from '../notice'
import { useWords } from '../words'

/** Says that a change of this very thing waits for a second person. */
export function WaitingNotice({ change }: { change: string | null }) {
  const t = useWords()
  if (!change) return null
  return (
    <Notice tone="info">
      <p>
        {t('admin.waiting')} <Link to={`/admin/changes/${change}`}>{t('admin.became.see-change')}</Link>
      </p>
    </Notice>
  )
}
