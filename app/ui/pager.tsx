import { LinkButton } from './button'
import { Pictogram } from './pictogram'
import { useWords } from './words'

/** Page by page through a long list, by place in it and not by number: nothing is shown twice when new things come in. */
export function Pager({ newer, older }: { newer?: string | null; older?: string | null }) {
  const t = useWords()
  if (!newer && !older) return null
  return (
    <nav className="pager" aria-label={t('common.pager.label')}>
      {newer && (
        <LinkButton to={newer} weight="secondary" rel="prev">
          {t('common.pager.newer')}
        </LinkButton>
      )}
      {older && (
        <LinkButton to={older} weight="secondary" rel="next">
          {t('common.pager.older')}
          <Pictogram name="chevron" size="small" turns />
        </LinkButton>
      )}
    </nav>
  )
}
