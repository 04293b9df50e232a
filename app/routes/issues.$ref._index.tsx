import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { stateOf, titleOf } from '~/interactions/issues/issue'
import { readIssue } from '~/interactions/issues/read-issue.server'
import { env } from '~/platform/env.server'
import { translate } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { IssueActs } from '~/ui/issues/issue-acts'
import { IssueHandled, IssueLooks } from '~/ui/issues/issue-handled'
import { IssueHead } from '~/ui/issues/issue-head'
import { IssueList } from '~/ui/issues/issue-list'
import { IssueOrigin } from '~/ui/issues/issue-origin'
import { IssueStory } from '~/ui/issues/issue-story'
import { IssueWhere } from '~/ui/issues/issue-where'
import { listed } from '~/ui/issues/listed'
import { recordInWords } from '~/ui/issues/record-words.server'
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
        { property: 'og:description', content: data.page.description },
        { property: 'og:type', content: 'article' },
      ]
    : []

export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readIssue, request, { ref: params.ref })
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const issue = outcome.value
  // One issue, one address, however its reference was typed.
  if (params.ref !== issue.ref) throw redirect(`/issues/${issue.ref}`)
  const say = (key: string, values?: Parameters<typeof translate>[2]) => translate(issue.language, key, values)
  const page = {
    title: `${titleOf(say, issue)} (${issue.ref})`,
    description: say('issue.feed.summary', {
      state: say(`issue.state.${stateOf(issue, issue.now)}`),
      people: say('issue.people', { count: issue.reportCount }),
    }),
    address: `${env().baseUrl}/issues/${issue.ref}`,
    feed: `/issues/${issue.ref}/feed.atom?lang=${issue.language}`,
  }
  const { nearby, ...rest } = recordInWords(issue, issue.language)
  return { page, issue: { ...rest, nearby: nearby.map(listed) } }
}

export default function Issue() {
  const { page, issue } = useLoaderData<typeof loader>()
  const t = useWords()
  return (
    <article className="issue">
      <IssueHead issue={issue} />
      <div className="issue-columns">
        <section className="issue-where" aria-label={t('story.where')}>
          <IssueWhere issue={issue} />
        </section>
        <section className="issue-story" aria-labelledby="story">
          <h2 className="visually-hidden" id="story">
            {t('story.title')}
          </h2>
          <IssueOrigin issue={issue} />
          <IssueStory issue={issue} />
          <IssueActs issue={issue} feed={page.feed} />
        </section>
        <aside className="issue-aside">
          <IssueHandled issue={issue} />
          <IssueLooks issue={issue} />
        </aside>
      </div>
      {issue.nearby.length > 0 && (
        <section className="no-print issue-nearby">
          <h2>{t('story.nearby')}</h2>
          <IssueList issues={issue.nearby} now={issue.now} />
        </section>
      )}
    </article>
  )
}
