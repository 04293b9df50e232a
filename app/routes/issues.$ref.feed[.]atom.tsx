import type { LoaderFunctionArgs } from '@remix-run/node'
import { feedAnswer } from '~/interactions/issues/feed-answer.server'
import { titleOf } from '~/interactions/issues/issue'
import { readIssue } from '~/interactions/issues/read-issue.server'
import { env } from '~/platform/env.server'
import { translate, type WordValues } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'

/** The story of one issue for a feed reader, the latest news first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const outcome = await enter(readIssue, request, { ref: params.ref })
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { town, language, updates, ...issue } = outcome.value
  const page = `${env().baseUrl}/issues/${issue.ref}`
  const say = (key: string, values?: WordValues) => translate(language, key, values)
  const news = updates.map(({ id, kind, text, decision, publishedAt }) => ({
    id: `${page}#update-${id}`,
    page: `${page}#update-${id}`,
    title: say(decision ? `story.decision.${decision.outcome}` : `story.kind.${kind}`),
    summary: decision ? decision.reasons : text,
    published: new Date(publishedAt),
    updated: new Date(publishedAt),
  }))
  const reported = {
    id: page,
    page,
    title: say('story.reported', { count: issue.reportCount }),
    summary: titleOf(say, issue),
    published: issue.reportedAt,
    updated: issue.reportedAt,
  }
  return feedAnswer(request, {
    address: `${page}/feed.atom?lang=${language}`,
    page,
    title: `${titleOf(say, issue)} (${issue.ref})`,
    language,
    author: town,
    updated: issue.updatedAt,
    entries: [...news.reverse(), reported],
  })
}
