import { When } from '../when'
import { useWords } from '../words'

export type MandateOnRecord = { id: number; ground: string; validFrom: Date; validUntil: Date; revokedAt: Date | null }

/** The mandate an act rests on: its number, what it was granted on, and for how long. */
export function MandateShown({ mandate }: { mandate: MandateOnRecord }) {
  const t = useWords()
  const { id, ground, validFrom, validUntil, revokedAt } = mandate
  return (
    <>
      {t('oversight.mandate.number', { id })} <bdi>{ground}</bdi>, <When at={validFrom} />–<When at={validUntil} />
      {revokedAt && (
        <>
          {' '}
          {t('oversight.mandate.revoked')} <When at={revokedAt} />
        </>
      )}
    </>
  )
}
