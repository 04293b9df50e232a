import { Link } from '@remix-run/react'
import { lastMomentOf } from '~/interactions/issues/issue.input'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Empty } from '../empty'
import { Facts } from '../facts'
import { DateField, Field, TextArea } from '../field'
import { Form } from '../form'
import { OnceField } from '../once-field'
import { PageTitle } from '../page-title'
import { Pill } from '../pill'
import { When } from '../when'
import { useWords } from '../words'
import { useLook } from './look'

type Staff = { label: string; jobTitle: string } | null

type ExceptionShown = {
  id: string
  entryId: string
  legalGround: string
  reason: string
  endsAt: Date
  proposedAt: Date
  approvedAt: Date | null
  state: 'proposed' | 'hidden' | 'ended'
  proposer: Staff
  approver: Staff
  isOwn: boolean
}

type ExceptionsPageProps = {
  exceptions: readonly ExceptionShown[]
  /** The entry that the officer came from. */
  entryId: string
  once: string
  problem: ProblemJson | null
}

const tones = { proposed: 'info', hidden: 'warn', ended: 'muted' } as const

/** Looks that an investigation hides for a time: who asked, on what ground, until when, who agreed. */
export function ExceptionsPage({ exceptions, entryId, once, problem }: ExceptionsPageProps) {
  const t = useWords()
  const { to } = useLook()
  return (
    <div className="stack">
      <PageTitle
        title={t('finding.exception.title')}
        back={{ to: to('/oversight/findings'), label: t('finding.list.title') }}
      >
        {t('finding.exception.lead')}
      </PageTitle>
      {exceptions.length === 0 ? (
        <Empty title={t('finding.exception.none')}>
          <p>{t('finding.exception.none-next')}</p>
        </Empty>
      ) : (
        <ol className="looks">
          {exceptions.map((one) => (
            <li key={one.id}>
              <Exception exception={one} />
            </li>
          ))}
        </ol>
      )}
      <section className="card stack" aria-labelledby="propose">
        <h2 id="propose">{t('finding.exception.propose')}</h2>
        <p className="muted small">{t('finding.exception.propose.about')}</p>
        <Form problem={problem}>
          <OnceField once={once} />
          <Field
            name="entryId"
            label={t('finding.exception.entry')}
            hint={t('finding.exception.entry.hint')}
            defaultValue={entryId}
            dir="ltr"
            autoComplete="off"
          />
          <Field name="legalGround" label={t('finding.exception.ground')} maxLength={300} />
          <DateField name="until" label={t('finding.exception.until')} hint={t('finding.exception.until.hint')} />
          <TextArea name="text" label={t('finding.exception.reason')} maxLength={2000} rows={3} />
          <Button>{t('finding.exception.send')}</Button>
        </Form>
      </section>
    </div>
  )
}

function Exception({ exception }: { exception: ExceptionShown }) {
  const t = useWords()
  const { to } = useLook()
  const { id, entryId, state, legalGround, reason, endsAt, proposer, proposedAt, approver, approvedAt, isOwn } =
    exception
  return (
    <>
      <p>
        <Pill tone={tones[state]}>{t(`finding.exception.state.${state}`)}</Pill>
      </p>
      <Facts
        facts={[
          {
            term: t('finding.entry'),
            value: <Link to={to(`/oversight/entries/${entryId}`)}>{t('finding.entry.open')}</Link>,
          },
          { term: t('finding.exception.ground'), value: <bdi>{legalGround}</bdi> },
          { term: t('finding.exception.reason'), value: <bdi>{reason}</bdi> },
          { term: t('finding.exception.until'), value: <When at={lastMomentOf(endsAt)} /> },
          { term: t('finding.exception.proposer'), value: proposer && <By staff={proposer} at={proposedAt} /> },
          {
            term: t('finding.exception.approver'),
            value: approver && approvedAt && <By staff={approver} at={approvedAt} />,
          },
        ]}
      />
      {state === 'proposed' && isOwn && <p className="muted small">{t('finding.exception.waits')}</p>}
      {state === 'proposed' && !isOwn && (
        <Form action={`/oversight/exceptions/${id}/approve`}>
          <Button weight="secondary">
            {t('finding.exception.approve')}
            <span className="visually-hidden"> ({legalGround})</span>
          </Button>
        </Form>
      )}
    </>
  )
}

const By = ({ staff: { label, jobTitle }, at }: { staff: NonNullable<Staff>; at: Date }) => (
  <>
    {jobTitle && <bdi>{jobTitle}</bdi>} <code className="label-code">{label}</code>, <When at={at} withTime />
  </>
)
