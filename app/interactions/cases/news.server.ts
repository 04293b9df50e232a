import { Prisma } from '~/platform/db.server'

/**
 * Whether a resident added to `issue i` since the town last said something in public: an answer to a question, a photo, one
 * more report. Before the town's first word there is nothing that it could have missed.
 */
export const newsSinceLastWord = Prisma.sql`EXISTS (
  SELECT 1 FROM entry e WHERE e.object_ref = i.ref AND e.kind IN ('report.add', 'issue.me-too') AND NOT e.is_refused
    AND e.made_at > (SELECT max(u.published_at) FROM issue_update u WHERE u.issue_id = i.id AND u.author_id IS NOT NULL))`
