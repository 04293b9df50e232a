import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { fullDate } from '../dates'
import { OwnQuestion, type QuestionShown } from '../findings/own-question'
import { Pill } from '../pill'
import { useTown } from '../town'
import { useWords } from '../words'

export type LookShown = {
  lineId: string
  entryId: string | null
  at: Date
  what: string
  by: string
  role: string
  jobTitle: string | null
  department: string | null
  data: readonly string[]
  use: string | null
  activity: string | null
  isRefused: boolean
  glass: string | null
  issueRef: string | null
}

type LookListProps = {
  looks: readonly LookShown[]
  questions: readonly QuestionShown[]
  /** Where "question this" leads: the same page with the form open at that line. */
  questionAddress: (lineId: string) => string
  /** Where the entry of a look and its proof are, by the entry's public id. */
  proofAddress: (entryId: string) => string
  /** The line whose form is open, and the form. */
  open: { lineId: string; form: ReactNode } | null
}

/** Each use of somebody's details in plain sentences, with the question about it where there is one. */
export function LookList({ looks, questions, questionAddress, proofAddress, open }: LookListProps) {
  return (
    <ol className="looks">
      {looks.map((look) => {
        const question = questions.find(({ lineId }) => lineId === look.lineId)
        return (
          <li key={look.lineId} id={`line-${look.lineId}`}>
            <Said look={look} proof={look.entryId && proofAddress(look.entryId)} />
            {question ? <OwnQuestion question={question} /> : <Ask {...{ look, questionAddress, open }} />}
          </li>
        )
      })}
    </ol>
  )
}

function Ask({ look, questionAddress, open }: Pick<LookListProps, 'questionAddress' | 'open'> & { look: LookShown }) {
  const t = useWords()
  const when = useMoment(look.at)
  if (open?.lineId === look.lineId) return open.form
  return (
    <p className="no-print">
      <Link to={questionAddress(look.lineId)} preventScrollReset>
        {t('finding.question.open')}
        {/* Many lines have this link: a screen reader hears which one. */}
        <span className="visually-hidden"> ({when})</span>
      </Link>
    </p>
  )
}

/** When, who, what, why, which case, and whether it was an emergency. */
function Said({ look, proof }: { look: LookShown; proof: string | null }) {
  const t = useWords()
  const { name: town } = useTown()
  const { by, role, jobTitle, department, what, data, use, activity, isRefused, glass, issueRef } = look
  const when = useMoment(look.at)
  const title = jobTitle ?? t(`me.role.${role}`)
  const kinds = data.length > 0 ? data.map((kind) => t(`me.data.${kind}`)).join('; ') : t('me.data.none')
  const reason = [use && t(`activity.use.${use}`), activity && t(`activity.${activity}.name`)].filter(Boolean)
  return (
    <>
      {/* A browser with other tables of dates than ours may write them otherwise; that is no reason to draw the page anew. */}
      <p className="looks-who" suppressHydrationWarning>
        {by !== 'staff'
          ? t(`me.looked.said.${by}`, { when, what })
          : department
            ? t('me.looked.said.staff', { when, title, role: t(`me.role.${role}`), town, unit: department, what })
            : t('me.looked.said.staff-alone', { when, title, role: t(`me.role.${role}`), town, what })}
      </p>
      <p>
        {t('me.looked.said.data', { data: kinds })}{' '}
        {reason.length > 0 && `${t('me.looked.said.why', { why: reason.join(' – ') })} `}
        {issueRef && (
          <>
            {t('me.looked.said.case')}{' '}
            <Link className="ref" to={`/issues/${issueRef}`}>
              {issueRef}
            </Link>
            {'. '}
          </>
        )}
        {by === 'staff' && !glass && `${t('me.looked.said.no-emergency')} `}
        {proof && (
          <Link to={proof} className="no-print">
            {t('me.looked.proof')}
            <span className="visually-hidden"> ({when})</span>
          </Link>
        )}
      </p>
      {glass && (
        <p>
          <Pill tone="warn">{t('me.looked.glass', { reason: t(`me.glass.${glass}`) })}</Pill>
        </p>
      )}
      {isRefused && <p>{t('me.looked.refused')}</p>}
    </>
  )
}

/** A moment as a sentence says it, in the town's own zone. */
function useMoment(at: Date): string {
  const t = useWords()
  const { now } = useTown()
  return fullDate(at, { locale: t.intl.locale, timezone: t.timezone }, new Date(now), true)
}
