import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { addressWith, changed, isNarrowed } from '~/interactions/issues/issue-filters-address.input'
import { listIssues } from '~/interactions/issues/list-issues.server'
import { otherAddress } from '~/interactions/issues/one-address.server'
import { IssueMap } from '~/map/issue-map'
import { env } from '~/platform/env.server'
import { translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { IssueList } from '~/ui/issues/issue-list'
import { FoundPlaces, IssueSearch } from '~/ui/issues/issue-search'
import { ListHead } from '~/ui/issues/list-head'
import { listed } from '~/ui/issues/listed'
import { NearMe } from '~/ui/issues/near-me'
import { NoIssues } from '~/ui/issues/no-issues'
import { StateLinks } from '~/ui/issues/state-links'
import { PageTitle } from '~/ui/page-title'
import { useTown } from '~/ui/town'
import { useWords } from '~/ui/words'

// As many as stand beside the map on a desk; the whole list is one press away.
const rowsAtHome = 8

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        { title: data.page.title },
        { name: 'description', content: data.page.description },
        { tagName: 'link', rel: 'canonical', href: data.page.address },
        { property: 'og:title', content: data.page.title },
        { property: 'og:type', content: 'website' },
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
  const { filters, rows, total, places, choices, town, title: ownTitle, language, now } = found
  const page = {
    title: ownTitle || translate(language, 'home.title', { town }),
    description: translate(language, 'home.description', { town }),
    address: `${env().baseUrl}/`,
    isOneOfMany: isNarrowed(filters),
  }
  const kinds = choices.groups.flatMap(({ categories }) =>
    categories.filter(({ key }) => filters.category.includes(key)),
  )
  return {
    page,
    filters,
    kinds: kinds.map(({ name }) => name),
    rows: rows.slice(0, rowsAtHome).map(listed),
    total,
    places,
    now,
  }
}

export default function Home() {
  const { filters, kinds, rows, total, places, now } = useLoaderData<typeof loader>()
  const t = useWords()
  const town = useTown()
  const list = addressWith('/issues', { ...filters, after: null })
  return (
    <>
      <PageTitle title={town.title || t('home.title', { town: town.name })}>
        <p>{town.lead || t('home.lead')}</p>
      </PageTitle>
      <div className="home-ask">
        <IssueSearch pathname="/" filters={filters} />
        <NearMe pathname="/" filters={filters} />
        <StateLinks pathname="/" filters={filters} kinds={kinds} />
      </div>
      <FoundPlaces pathname="/" filters={filters} places={places} />
      <a className="to-map" href="#map">
        {t('home.to-map')}
      </a>
      <div className="home-split">
        <section id="list" tabIndex={-1} aria-label={t('home.list')} className="home-list">
          <ListHead total={total} isPart={filters.box !== null}>
            {(filters.box || filters.near) && (
              // The link is gone afterwards: whoever pressed it stands on the list it leads to.
              <Link
                to={addressWith('/', changed(filters, { box: null, near: null }))}
                preventScrollReset
                onClick={() => document.getElementById('list')?.focus({ preventScroll: true })}
              >
                {t('home.whole-town')}
              </Link>
            )}
            <Link to={list}>{t(`home.sort.${filters.sort}`)}</Link>
          </ListHead>
          {rows.length > 0 ? <IssueList issues={rows} now={now} /> : <NoIssues pathname="/" filters={filters} />}
          {rows.length > 0 && (
            <p className="home-whole">
              <Link to={list}>{t('home.whole-list')}</Link>
            </p>
          )}
        </section>
        <section id="map" aria-label={t('home.map')} className="home-map">
          <IssueMap filters={filters} skipTo="list" />
        </section>
      </div>
    </>
  )
}
