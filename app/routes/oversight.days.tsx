import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { countDays } from '~/interactions/oversight/count-days.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { Button } from '~/ui/button'
import { Select } from '~/ui/field'
import { HiddenFields } from '~/ui/hidden-fields'
import { useLook } from '~/ui/oversight/look'
import { PageTitle } from '~/ui/page-title'
import { Table } from '~/ui/table'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(countDays, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'oversight.days.title'), ...outcome.value }
}

const figures = ['acts', 'refused', 'warned', 'byStaff', 'reads'] as const

export default function Days() {
  const { days, kind, kinds, purpose } = useLoaderData<typeof loader>()
  const t = useWords()
  const { to } = useLook()
  const dayName = (day: string) =>
    t.intl.formatDate(day, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' })
  return (
    <div className="stack">
      <PageTitle title={t('oversight.days.title')}>{t('oversight.days.lead')}</PageTitle>
      <Form method="get" className="inline-form" key={kind ?? ''}>
        <HiddenFields fields={{ purpose }} />
        <Select
          name="kind"
          label={t('oversight.filter.kind')}
          none={t('oversight.filter.every')}
          options={kinds
            .map((one) => ({ value: one, label: t(`register.interaction.${one}`) }))
            .sort((one, other) => one.label.localeCompare(other.label, t.language))}
          defaultValue={kind ?? ''}
        />
        <Button weight="secondary">{t('oversight.filter.show')}</Button>
      </Form>
      <Table
        caption={t('oversight.days.caption')}
        columns={[
          { key: 'day', label: t('oversight.days.day') },
          ...figures.map((key) => ({ key, label: t(`oversight.days.${key}`), isNumber: true })),
        ]}
        rows={days.map((row) => ({
          key: row.day,
          cells: {
            day: (
              <Link to={to(`/oversight/entries?from=${row.day}&to=${row.day}${kind ? `&kind=${kind}` : ''}`)}>
                {dayName(row.day)}
              </Link>
            ),
            ...Object.fromEntries(figures.map((key) => [key, t.intl.formatNumber(row[key])])),
          },
        }))}
      />
    </div>
  )
}
