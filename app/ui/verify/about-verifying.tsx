import type { KeyShown } from '~/safeguards/ledger/keys-shown'
import { Details } from '../details'
import { Table } from '../table'
import { useWords } from '../words'
import { limits } from './limits'

/** The way to check without this site. */
export function OfflineOffer() {
  const t = useWords()
  return (
    <section className="stack" aria-labelledby="offline-title">
      <h2 id="offline-title">{t('verify.offline')}</h2>
      <p>{t('verify.offline.text')}</p>
      <p>
        <a href="/verify/offline" download>
          {t('verify.offline.link')}
        </a>
      </p>
    </section>
  )
}

/** Whose signatures count on this page, and where to compare them. */
export function KeysShown({ keys, address }: { keys: readonly KeyShown[]; address: string }) {
  const t = useWords()
  return (
    <section className="stack" aria-labelledby="keys-title">
      <h2 id="keys-title">{t('verify.keys')}</h2>
      {keys.length === 0 ? (
        <p>{t('verify.keys.none')}</p>
      ) : (
        <>
          <p>
            {t('verify.keys.compare')} <a href={address}>{address}</a>
          </p>
          <ul className="stack verify-keys">
            {keys.map(({ use, name, fingerprint, vkey }) => (
              <li key={vkey}>
                <p>
                  <strong>{t(`verify.keys.${use}`)}</strong> <bdi>{name}</bdi>
                </p>
                <p>
                  {t('verify.keys.fingerprint')}: <code>{fingerprint}</code>
                </p>
                <Details summary={t('verify.keys.whole')}>
                  <p>
                    <code>{vkey}</code>
                  </p>
                </Details>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** What a receipt can show, and what nobody can prove with one. */
export function Limits() {
  const t = useWords()
  return (
    <section aria-labelledby="limits-title" className="stack">
      <h2 id="limits-title">{t('verify.limits')}</h2>
      <Table
        caption={t('verify.limits')}
        hideCaption
        columns={[
          { key: 'can', label: t('verify.limits.can') },
          { key: 'cannot', label: t('verify.limits.cannot') },
        ]}
        rows={limits.map((limit) => ({
          key: limit,
          cells: { can: t(`verify.limit.${limit}`), cannot: t(`verify.limit.${limit}.open`) },
        }))}
      />
    </section>
  )
}
