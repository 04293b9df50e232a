import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { PageTitle } from '../page-title'
import { Pictogram } from '../pictogram'
import { Steps } from '../steps'
import { useWords } from '../words'
import { type FormStep, stepCount, stepName, stepNumber, stepPath } from './step-path'

type ReportStepProps = {
  step: FormStep
  title: ReactNode
  lead?: ReactNode
  /** The page before this one. */
  back?: FormStep
  /** Where it is, in words: said on every page after the first. */
  place?: string
  /** Room for something beside the question. */
  wide?: boolean
  children: ReactNode
}

/** One question of the report: where in the form, what is asked, the way back, and what was said before. */
export function ReportStep({ step, title, lead, back, place, wide, children }: ReportStepProps) {
  const t = useWords()
  return (
    <div className={wide ? 'report report-wide' : 'report'}>
      <Steps current={stepNumber(step)} total={stepCount} name={t(`report.step.${stepName(step)}`)} />
      <PageTitle title={title} {...(back && { back: { to: stepPath(back), label: t('report.back') } })}>
        {lead && <p>{lead}</p>}
      </PageTitle>
      {place !== undefined && <ChosenPlace place={place} />}
      {children}
    </div>
  )
}

function ChosenPlace({ place }: { place: string }) {
  const t = useWords()
  return (
    <p className="report-at">
      <Pictogram name="pin" size="small" />
      <span className="visually-hidden">{t('report.at')} </span>
      <bdi>{place || t('report.at.pin')}</bdi>
      <Link to={stepPath('place')}>
        {t('report.change')}
        <span className="visually-hidden"> {t('report.check.edit.place')}</span>
      </Link>
    </p>
  )
}
