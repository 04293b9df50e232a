import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { addressWith, filtersToParams, isNarrowed } from '~/interactions/issues/issue-filters-address.input'
import { listIssues, rowsAPage } from '~/interactions/issues/list-issues.server'
import { otherAddress } from '~/interactions/issues/one-address.server'
import { env } from '~/platform/env.server'
import { translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { ActiveFilters } from '~/ui/issues/active-filters'
import { FilterForm } from '~/ui/issues/filter-form'
import { IssueList } from '~/ui/issues/issue-list'
import { FoundPlaces, IssueSearch } from '~/ui/issues/issue-search'
import { ListHead, ListPages } from '~/ui/issues/list-head'
import { listed } from '~/ui/issues/listed'
import { NearMe } from '~/ui/issues/near-me'
import { NoIssues } from '~/ui/issues/no-issues'
import { StateLinks } from '~/ui/issues/state-links'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: data.page.title },
        { name: 'description', content: data.page.description },
        { tagName: 'link', rel: 'canonical', href: data.page.address },
        {
          tagName: 'link',
          rel: 'alternate',
          type: 'application/atom+xml',
          title: data.page.title,
          href: data.page.feed,
        },
        { property: 'og:title', content: data.page.title },
        ...(data.page.isOneOfMany ? [{ name: 'robots', content: 'noindex' }] : []),
      ]
    : []

export async function loader({ request }: LoaderFunctionArgs) {
  const better = otherAddress(new URL(request.url))
  if (better) throw redirect(better)
  const outcome = await enter(listIssues, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const found = outcome.value
  if (found.ref !== null) throw redirect(`/issues/${found.ref}`)
  const { filters, rows, total, next, places, choices, town, language, now } = found
  const feed = filtersToParams({ ...filters, sort: 'newest', after: null })
  feed.set('lang', language)
  const page = {
    title: translate(language, 'home.list.title', { town }),
    description: translate(language, 'home.description', { town }),
    address: `${env().baseUrl}/issues`,
    feed: `/feeds/issues.atom?${feed}`,
    isOneOfMany: isNarrowed(filters) || filters.after !== null,
  }
  const { areas } = choices
  const kinds = choices.groups
    .flatMap(({ categories }) => categories)
    .filter(({ key }) => filters.category.includes(key))
  return { page, filters, rows: rows.map(listed), total, next, places, kinds, areas, rowsAPage, now }
}

export default function Issues() {
  const { page, filters, rows, total, next, places, kinds, areas, rowsAPage, now } = useLoaderData<typeof loader>()
  const t = useWords()
  const { name } = useTown()
  const at = { pathname: '/issues', filters }
  const names = {
    category: new Map(kinds.map((one) => [one.key, one.name] as const)),
    area: new Map(areas.map((one) => [one.key, one.name] as const)),
  }
  return (
    <>
      <PageTitle title={t('home.list.title', { town: name })}>
        <p>{t('home.list.lead')}</p>
      </PageTitle>
      <div className="home-ask">
        <IssueSearch {...at} />
        <NearMe {...at} />
        <StateLinks {...at} kinds={kinds.map(({ name }) => name)} />
      </div>
      <FoundPlaces {...at} places={places} />
      <FilterForm {...at} areas={areas} />
      <ActiveFilters {...at} names={names} />
      <section aria-label={t('home.list')} className="issues-list">
        <ListHead total={total} isPart={filters.box !== null}>
          <Link to={addressWith('/', { ...filters, after: null })}>{t('home.to-map')}</Link>
        </ListHead>
        {rows.length > 0 ? <IssueList issues={rows} now={now} /> : <NoIssues {...at} />}
        <ListPages {...at} next={next} rowsAPage={rowsAPage} />
      </section>
      <p className="no-print">
        <a href={page.feed}>{t('issue.feed')}</a>
      </p>
    </>
  )
}
