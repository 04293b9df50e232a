import { LinkButton } from '../button'
import { PageTitle } from '../page-title'
import { useWords } from '../words'

/** Ten codes to print or write down. This page is the only place that ever shows them. */
export function RecoveryCodes({ codes, goOnTo }: { codes: readonly string[]; goOnTo: string }) {
  const t = useWords()
  return (
    <div className="stack">
      <PageTitle title={t('sign-in.codes.title')}>{t('sign-in.codes.lead')}</PageTitle>
      <ol className="recovery-codes" aria-label={t('sign-in.codes.list')}>
        {codes.map((code) => (
          <li key={code}>
            <code dir="ltr">{code}</code>
          </li>
        ))}
      </ol>
      <LinkButton to={goOnTo}>{t('sign-in.codes.go')}</LinkButton>
    </div>
  )
}
