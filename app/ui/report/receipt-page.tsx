import { Link } from '@remix-run/react'
import type { ProblemJson } from '~/platform/problems'
import { LinkButton } from '../button'
import { Card } from '../card'
import { Facts } from '../facts'
import { StatusSign, StatusWords, stateOf } from '../issues/status'
import { StandingCard, type StandingShown } from '../ledger/standing'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { Photo } from '../photo'
import { Pill } from '../pill'
import { Qr } from '../qr'
import { useTown } from '../town'
import { When } from '../when'
import { useWords } from '../words'
import type { NoticeParts } from './information-notice'
import { ReceiptAdd } from './receipt-add'
import { type ReceiptEntry, ReceiptHandled } from './receipt-handled'
import { type News, type NewsDecision, ReceiptNews } from './receipt-news'
import { ReceiptNext } from './receipt-next'
import { type Said, SaidAnswer } from './said-answer'

type Moment = Date | string

export type ReceiptPageProps = {
  issue: {
    ref: string
    status: string
    isShown: boolean
    category: string
    hasPromise: boolean
    place: string
    area: string | null
    dueAt: Moment | null
    closedAt: Moment | null
    reportedAt: Moment
    reportCount: number
    updates: readonly News[]
    decision: NewsDecision | null
  }
  report: {
    description: string
    answers: readonly Said[]
    isMeToo: boolean
    hasEmail: boolean
    isAssisted: boolean
    reportedAt: Moment
    photos: readonly { id: string; width: number; height: number; alt: string; isPublic: boolean }[]
  }
  entry: ReceiptEntry | null
  proof: { promise: string; standing: StandingShown } | null
  /** Where this receipt is as a file, without the endings. */
  files: string
  address: string
  once: string
  isAdded: boolean
  notice: NoticeParts
  problem?: ProblemJson | null
  qr: { path: string; size: number }
}

/** What the person keeps: what they sent, its number, what was checked, and what happens now. Made to be printed. */
export function ReceiptPage({
  issue,
  report,
  entry,
  proof,
  files,
  address,
  qr,
  once,
  isAdded,
  notice,
  problem,
}: ReceiptPageProps) {
  const t = useWords()
  const { now } = useTown()
  const isNew = issue.updates.length === 0
  const state = stateOf(issue, now)
  return (
    <div className="receipt">
      <PageTitle title={isNew ? t('receipt.title') : t('receipt.title.later')}>
        {isNew && <p>{t('receipt.lead')}</p>}
      </PageTitle>
      <div className="columns">
        <div className="stack-wide">
          <div className="receipt-ref">
            <p className="muted small">{t('receipt.reference')}</p>
            <p className="receipt-number">
              <bdi className="ref">{issue.ref}</bdi>
            </p>
            <Pill sign={<StatusSign state={state} />}>
              <StatusWords issue={issue} now={now} />
            </Pill>
          </div>
          <SentReport issue={issue} report={report} />
          <ReceiptNext
            status={issue.status}
            dueAt={issue.dueAt}
            hasPromise={issue.hasPromise}
            hasEmail={report.hasEmail}
            now={now}
          />
          <ReceiptNews updates={issue.updates} decision={issue.decision} now={now} />
          <ReceiptAdd
            isAsked={issue.status === 'waiting'}
            isAdded={isAdded}
            once={once}
            notice={notice}
            problem={problem}
          />
          <div className="row no-print">
            {issue.isShown && <LinkButton to={`/issues/${issue.ref}`}>{t('receipt.see-issue')}</LinkButton>}
            <LinkButton to="/issues/new/place" weight="secondary">
              {t('receipt.again')}
            </LinkButton>
          </div>
          {!issue.isShown && (
            <Notice>
              <p>{t('receipt.not-shown')}</p>
            </Notice>
          )}
        </div>
        <div>
          <ReceiptHandled entry={entry} area={issue.area} />
          {proof && <StandingCard {...proof} files={files} />}
          <Card title={t('receipt.looked.title')}>
            <p>{t('receipt.looked')}</p>
            <p className="no-print">
              <Link to={`${new URL(address).pathname}/looked`}>{t('receipt.looked.see')}</Link>
            </p>
          </Card>
          <Card title={t('receipt.keep.title')}>
            <p>{t('receipt.keep', { ref: issue.ref })}</p>
            <Qr {...qr} label={t('receipt.keep.qr')} />
            <p className="small">
              {t('receipt.keep.address')}: <bdi className="receipt-address">{address}</bdi>
            </p>
          </Card>
        </div>
      </div>
    </div>
  )
}

function SentReport({ issue, report }: Pick<ReceiptPageProps, 'issue' | 'report'>) {
  const t = useWords()
  const { description, answers, photos, isMeToo, isAssisted, reportedAt } = report
  const shown = photos.filter(({ isPublic }) => isPublic)
  const facts = [
    { key: 'what', term: t('receipt.what'), value: issue.category },
    { key: 'where', term: t('receipt.where'), value: <bdi>{issue.place || t('receipt.where.pin')}</bdi> },
    { key: 'sent', term: t('receipt.sent'), value: <When at={reportedAt} withTime /> },
    {
      key: 'text',
      term: t('receipt.you-wrote'),
      value: description && (
        <span className="letter-text" dir="auto">
          {description}
        </span>
      ),
    },
    ...answers.map((answer) => ({
      key: `answer-${answer.key}`,
      term: answer.label,
      value: <SaidAnswer answer={answer} />,
    })),
    {
      key: 'photos',
      term: t('receipt.photos'),
      value:
        photos.length > 0 &&
        `${t('receipt.photos.count', { count: photos.length })}${shown.length < photos.length ? `. ${t('receipt.photos.look')}` : ''}`,
    },
  ].map((fact) => ({ ...fact, value: fact.value === false ? null : fact.value }))
  return (
    <section className="stack">
      {isMeToo && <p>{t('receipt.me-too', { count: issue.reportCount })}</p>}
      {isAssisted && <p className="muted">{t('receipt.assisted')}</p>}
      <Facts facts={facts} />
      {shown.length > 0 && (
        <div className="photos">
          {shown.map(({ id, width, height, alt }, at) => (
            <Photo
              key={id}
              src={`/photos/${id}?size=small`}
              href={`/photos/${id}`}
              alt={alt || t('report.photos.number', { n: at + 1 })}
              width={width}
              height={height}
            />
          ))}
        </div>
      )}
    </section>
  )
}
