import type { IssueStatus } from './issue.input'

export * from './issue.input'

/** What can be published on an issue, and stands in its story. */
export const updateKinds = ['acknowledged', 'update', 'planned', 'question', 'decision', 'reopened', 'moved'] as const
export type UpdateKind = (typeof updateKinds)[number]

/**
 * Which status each kind of update leads to, and from which it may be published. `null`: the status stays what it is.
 * Nothing closes an issue but a decision with reasons, and nothing opens it again but being reopened.
 */
const transitions: Record<UpdateKind, { from: readonly IssueStatus[]; to: IssueStatus | 'outcome' | null }> = {
  acknowledged: { from: ['open', 'waiting'], to: 'in-progress' },
  update: { from: ['open', 'in-progress', 'waiting', 'resolved', 'not-resolved'], to: null },
  planned: { from: ['open', 'in-progress', 'waiting'], to: 'in-progress' },
  question: { from: ['open', 'in-progress'], to: 'waiting' },
  moved: { from: ['open', 'in-progress', 'waiting'], to: null },
  decision: { from: ['open', 'in-progress', 'waiting'], to: 'outcome' },
  reopened: { from: ['resolved', 'not-resolved'], to: 'open' },
}

/** The status after this update, or null when it does not fit the status before it. A decision brings its own outcome. */
export function statusAfter(
  before: IssueStatus,
  kind: UpdateKind,
  outcome?: 'resolved' | 'not-resolved',
): IssueStatus | null {
  const { from, to } = transitions[kind]
  if (!from.includes(before)) return null
  if (to === 'outcome') return outcome ?? null
  return to ?? before
}
