import { Link, useSearchParams } from '@remix-run/react'
import { Notice } from '../notice'
import { useWords } from '../words'

/** What became of the change that was just sent: kept as a version, or put aside for a second person. */
export function BecameNotice() {
  const t = useWords()
  const [params] = useSearchParams()
  const [kept, change, done] = [params.get('kept'), params.get('waits'), params.get('done')]
  if (change) {
    return (
      <Notice tone="info" title={t('admin.became.waiting')} live>
        <p>
          {t('admin.became.waiting-why')} <Link to={`/admin/changes/${change}`}>{t('admin.became.see-change')}</Link>
        </p>
      </Notice>
    )
  }
  if (kept !== null || done !== null) {
    return (
      <Notice tone="ok" live>
        <p>{kept ? t('admin.became.kept', { n: Number(kept) || 0 }) : t('admin.became.done')}</p>
      </Notice>
    )
  }
  return null
}
