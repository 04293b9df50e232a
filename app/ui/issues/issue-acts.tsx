import { LinkButton } from '../button'
import { useWords } from '../words'
import type { PublicIssue } from './issue-page'
import { isClosed } from './status'

/** What a reader can do about it: say that they see it too or that it is not solved, follow it, or read it in a feed reader. */
export function IssueActs({ issue, feed }: { issue: PublicIssue; feed: string }) {
  const t = useWords()
  const { ref, status } = issue
  return (
    <div className="row issue-acts no-print">
      <LinkButton to={`/issues/${ref}/me-too`}>
        {t(isClosed(status) ? 'story.act.not-solved' : 'story.act.still-there')}
      </LinkButton>
      <LinkButton to={`/issues/${ref}/follow`} weight="secondary">
        {t('story.act.follow')}
      </LinkButton>
      <a className="small" href={feed}>
        {t('issue.feed')}
      </a>
    </div>
  )
}
