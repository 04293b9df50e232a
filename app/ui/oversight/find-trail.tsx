import { Form, Link } from '@remix-run/react'
import { Button } from '../button'
import { Field } from '../field'
import { HiddenFields } from '../hidden-fields'
import { Notice } from '../notice'
import { PageTitle } from '../page-title'
import { Table } from '../table'
import { When } from '../when'
import { useWords } from '../words'
import { useLook } from './look'

type FindTrailProps = {
  asked: string
  recent: readonly { ref: string; place: string; category: string; acts: number; lastAt: Date }[]
}

/** Finds the trail of an issue by its reference, or among those that something happened to last. */
export function FindTrail({ asked, recent }: FindTrailProps) {
  const t = useWords()
  const { purpose, to } = useLook()
  return (
    <div className="stack">
      <PageTitle title={t('oversight.trail.find')}>{t('oversight.trail.find-lead')}</PageTitle>
      {asked && (
        <Notice tone="warn" live>
          <p>{t('oversight.trail.not-found', { ref: asked })}</p>
        </Notice>
      )}
      <Form method="get" action="/oversight/issues" className="inline-form" role="search">
        <HiddenFields fields={{ purpose }} />
        <Field
          name="ref"
          label={t('oversight.trail.ref')}
          defaultValue={asked}
          width="medium"
          maxLength={40}
          autoComplete="off"
        />
        <Button>{t('oversight.trail.open')}</Button>
      </Form>
      {recent.length > 0 && (
        <Table
          caption={t('oversight.trail.recent')}
          columns={[
            { key: 'ref', label: t('oversight.column.issue') },
            { key: 'category', label: t('oversight.column.category') },
            { key: 'place', label: t('oversight.column.place') },
            { key: 'acts', label: t('oversight.column.acts'), isNumber: true },
            { key: 'last', label: t('oversight.column.last') },
          ]}
          rows={recent.map(({ ref, place, category, acts, lastAt }) => ({
            key: ref,
            cells: {
              ref: <Link to={to(`/oversight/issues/${ref}`)}>{ref}</Link>,
              category,
              place: <bdi>{place}</bdi>,
              acts: t.intl.formatNumber(acts),
              last: <When at={lastAt} withTime />,
            },
          }))}
        />
      )}
    </div>
  )
}
