import type { LoaderFunctionArgs } from '@remix-run/node'
import { feedAnswer } from '~/interactions/issues/feed-answer.server'
import { feedIssues } from '~/interactions/issues/feed-issues.server'
import { stateOf, titleOf } from '~/interactions/issues/issue'
import { addressWith, filtersToParams } from '~/interactions/issues/issue-filters-address.input'
import { env } from '~/platform/env.server'
import { translate, type WordValues } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'

/** New issues for a feed reader: of the whole town, or whatever the same filters as on the list leave. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(feedIssues, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { town, overrides, filters, rows, about, language, now } = outcome.value
  const { baseUrl } = env()
  const say = (key: string, values?: WordValues) => translate(language, key, values, { overrides })
  const query = filtersToParams(filters)
  query.set('lang', language)
  const latest = rows.reduce((last, { updatedAt }) => Math.max(last, updatedAt.getTime()), Date.UTC(2000, 0, 1))
  return feedAnswer(request, {
    address: `${baseUrl}/feeds/issues.atom?${query}`,
    page: `${baseUrl}${addressWith('/issues', filters)}`,
    title:
      about.length > 0
        ? say('issue.feed.title-about', { town, about: about.join(', ') })
        : say('issue.feed.title', { town }),
    language,
    author: town,
    updated: new Date(latest),
    entries: rows.map((row) => ({
      id: `${baseUrl}/issues/${row.ref}`,
      page: `${baseUrl}/issues/${row.ref}`,
      title: titleOf(say, row),
      summary: say('issue.feed.summary', {
        state: say(`issue.state.${stateOf(row, now)}`),
        people: say('issue.people', { count: row.reportCount }),
      }),
      published: row.reportedAt,
      updated: row.updatedAt,
      category: { term: row.categoryKey, label: row.category },
    })),
  })
}
