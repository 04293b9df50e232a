import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Choice } from '../choice'
import { Form } from '../form'
import { useWords } from '../words'
import { stepPath } from './step-path'

export type Spot = { key: string; label: string; hint?: string | null; lat: number; lng: number }

/** Places to choose from, one answer. Each posts its own position, so that it works without any map. */
export function PlaceChoice({
  label,
  spots,
  problem,
}: {
  label: string
  spots: readonly Spot[]
  problem?: ProblemJson | null
}) {
  const t = useWords()
  return (
    <Form action={stepPath('place')} problem={problem}>
      <Choice
        name="point"
        label={label}
        tiles={spots.length > 8}
        options={spots.map(({ label, hint, lat, lng }) => ({
          value: `${lat.toFixed(6)},${lng.toFixed(6)}`,
          label: <bdi>{label}</bdi>,
          ...(hint && { hint }),
        }))}
        chosen={spots.length === 1 && spots[0] ? `${spots[0].lat.toFixed(6)},${spots[0].lng.toFixed(6)}` : undefined}
      />
      <div className="row">
        <Button>{t('report.place.use')}</Button>
        <Button weight="secondary" formMethod="get">
          {t('report.place.on-map')}
        </Button>
      </div>
    </Form>
  )
}
