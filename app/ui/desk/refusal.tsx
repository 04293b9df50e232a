import type { ProblemJson } from '~/platform/problems'
import { useTown } from '../town'
import { useWords } from '../words'

/** A refusal explained: which safeguard said no, why, and where to go with it. Said again where the next act would stand. */
export function Refusal({ problem }: { problem: ProblemJson | null | undefined }) {
  const t = useWords()
  const { contact } = useTown()
  const check = problem?.values?.check
  if (typeof check !== 'string') return null
  return (
    <div className="refusal small">
      <p>
        <strong>{t('desk.refusal.safeguard', { name: t(`check.${check}.name`), id: check })}</strong>
      </p>
      <p className="muted">{t(`check.${check}.looks-at`)}</p>
      <p>{check === 'L13' ? t('desk.refusal.mandate') : t('desk.refusal.object', { email: contact.email })}</p>
      <p className="muted">{t('desk.refusal.recorded')}</p>
    </div>
  )
}
