import { Form, Link, useSearchParams } from '@remix-run/react'
import type { NoticeToShow } from '~/interactions/accounts/notice-to-show'
import type { ProblemJson } from '~/platform/problems'
import { Button } from '../button'
import { Empty } from '../empty'
import { DateField } from '../field'
import { OwnQuestions, type QuestionShown } from '../findings/own-question'
import { HiddenFields } from '../hidden-fields'
import { Notice } from '../notice'
import { Pager } from '../pager'
import { useWords } from '../words'
import { LookList, type LookShown } from './look-list'
import { type LookedFilters, lookedAddress } from './looked-address'
import { QuestionForm } from './question-form'
import { RecordWhole } from './record-whole'
import { useTownContact } from './town-contact'

export type LookedParts = {
  looks: readonly LookShown[]
  hasMore: boolean
  completeness: { counted: number; missing: readonly number[] } | null
  questions: readonly QuestionShown[]
  filters: LookedFilters
  notice: NoticeToShow
}

type LookedPartsProps = LookedParts & { base: string; once: string; problem: ProblemJson | null }

/** Who looked: whether the record is whole, a period, each look in sentences, and a question about any of them. */
export function LookedList({ base, once, problem, notice, ...page }: LookedPartsProps) {
  const t = useWords()
  const [params] = useSearchParams()
  const contact = useTownContact()
  const { looks, hasMore, completeness, questions, filters } = page
  const before = params.get('before')
  const lineId = params.get('question')
  const at = (place: Parameters<typeof lookedAddress>[1], anchor?: string) =>
    lookedAddress(base, { ...filters, before, ...place }, anchor)
  const last = looks.at(-1)
  const form = lineId && (
    <QuestionForm
      {...{ lineId, once, notice, problem }}
      action={at({ question: lineId })}
      back={at({}, `#line-${lineId}`)}
    />
  )
  return (
    <>
      {params.has('asked') && (
        <Notice tone="ok" live>
          <p>{t('finding.question.done')}</p>
        </Notice>
      )}
      <RecordWhole completeness={completeness} />
      <Period base={base} filters={filters} />
      {looks.length === 0 ? (
        <Empty title={t('me.looked.none')}>
          <p>{t(filters.from || filters.to ? 'me.looked.none-period' : 'me.looked.none-next')}</p>
        </Empty>
      ) : (
        <LookList
          looks={looks}
          questions={questions}
          proofAddress={(id) => (base === '/me/looked' ? `/me/acts/${id}` : `/ledger/entries/${id}`)}
          questionAddress={(id) => at({ question: id }, `#line-${id}`)}
          open={lineId && form ? { lineId, form } : null}
        />
      )}
      <Pager older={hasMore && last ? lookedAddress(base, { ...filters, before: last.lineId }) : null} />
      {questions.length > 0 && (
        <section className="stack" aria-labelledby="questions">
          <h2 id="questions">{t('finding.own.title')}</h2>
          <OwnQuestions questions={questions} />
        </section>
      )}
      {contact && <p className="small muted">{t('me.looked.object', { contact })}</p>}
    </>
  )
}

function Period({ base, filters }: { base: string; filters: LookedFilters }) {
  const t = useWords()
  const { all, from, to } = filters
  return (
    <>
      <p>
        {all ? t('me.looked.shown-all') : t('me.looked.shown-staff')}{' '}
        <Link to={lookedAddress(base, { from, to, all: all ? null : 'yes' })}>
          {all ? t('me.looked.only-staff') : t('me.looked.all')}
        </Link>
      </p>
      <Form method="get" action={base} className="looked-period" key={`${from} ${to}`}>
        <HiddenFields fields={{ all }} />
        <DateField name="from" label={t('me.looked.from')} defaultValue={from ?? ''} />
        <DateField name="to" label={t('me.looked.to')} defaultValue={to ?? ''} />
        <Button weight="secondary">{t('me.looked.show')}</Button>
        {(from || to) && <Link to={lookedAddress(base, { all })}>{t('me.looked.every-day')}</Link>}
      </Form>
    </>
  )
}
