import { Notice } from '../notice'
import { useWords } from '../words'
import type { PublicIssue } from './issue-page'

/** Says of imported history where it comes from, and what is not right or not known about it. */
export function IssueOrigin({ issue }: { issue: PublicIssue }) {
  const t = useWords()
  if (!issue.isImported) return null
  return (
    <Notice title={t('story.origin.title')}>
      <p>{t('story.origin.text')}</p>
      {issue.hasUnknownOriginal && <p>{t('story.origin.unknown-original')}</p>}
      {issue.hasTimeConflict && <p>{t('story.origin.time-conflict')}</p>}
    </Notice>
  )
}
