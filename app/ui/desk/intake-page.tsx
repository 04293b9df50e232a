import { useSearchParams } from '@remix-run/react'
import type { prepareIntake } from '~/interactions/cases/prepare-intake.server'
import type { ProblemJson } from '~/platform/problems'
import { Notice } from '../notice'
import { useWords } from '../words'
import { DeskTabs } from './desk-tabs'
import { IntakeForm } from './intake-form'
import { IntakeTaken } from './intake-taken'
import { IntakeWhere } from './intake-where'

export type Intake = Awaited<ReturnType<typeof prepareIntake.handle>> & { once: string }
export type IntakeProps = { intake: Intake; problem?: ProblemJson | null | undefined }

/** A call or a visit written down while somebody speaks: where and what first, then the rest on one page. */
export function IntakePage({ intake, problem }: IntakeProps) {
  const t = useWords()
  const [params] = useSearchParams()
  const taken = params.get('taken')
  const { place, category, isOutside, mayReport } = intake
  return (
    <>
      <DeskTabs />
      <div className="intake stack">
        <h1>{t('desk.intake.title')}</h1>
        {taken && <IntakeTaken reference={taken} />}
        <IntakeWhere intake={intake} />
        {isOutside && (
          <Notice tone="warn">
            <p>{t('desk.intake.outside')}</p>
          </Notice>
        )}
        {category?.emergency && (
          <Notice tone="danger" title={t('desk.intake.emergency')}>
            <p>{category.emergency}</p>
          </Notice>
        )}
        {!mayReport && (
          <Notice tone="warn">
            <p>{t('desk.intake.no-mandate')}</p>
          </Notice>
        )}
        {place && category?.canBeReported && <IntakeForm intake={intake} problem={problem} />}
      </div>
    </>
  )
}
