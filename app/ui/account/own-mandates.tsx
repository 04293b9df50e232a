import { When } from '../when'
import { useWords } from '../words'

type MandateShown = {
  id: number
  acts: readonly string[]
  categories: readonly string[]
  areas: readonly string[]
  validUntil: Date
  ground: string
}

/** What a civil servant may do, where, until when and on whose decision. */
export function OwnMandates({ mandates }: { mandates: readonly MandateShown[] }) {
  const t = useWords()
  return (
    <section className="stack" aria-labelledby="my-mandates">
      <h2 id="my-mandates">{t('me.account.mandates')}</h2>
      {mandates.length === 0 && <p>{t('me.account.no-mandates')}</p>}
      <ul className="own-list">
        {mandates.map(({ id, acts, categories, areas, validUntil, ground }) => (
          <li key={id}>
            <div>
              <p>
                <strong>{acts.map((act) => t(`me.account.act.${act}`)).join(', ')}</strong>
              </p>
              <p>
                {categories.join(', ') || t('me.account.mandate-everything')}
                {' · '}
                {areas.join(', ') || t('me.account.mandate-everywhere')}
              </p>
              <p className="muted small">
                {ground} · {t('me.account.mandate-until')} <When at={validUntil} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
