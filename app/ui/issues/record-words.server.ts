import { wordsFor } from '~/platform/words.server'

type Found = { id: string; outcome: string; count: number }
type Look = { role: string; purpose: string; hasContact: boolean; count: number; lastAt: string }

/**
 * What the record holds on an issue, in words. Done here and not on the page: the page needs a handful of these words, and
 * would have to carry those of all checks and purposes. What no longer has words is shown by its id.
 */
export function recordInWords<
  Issue extends { checks: readonly Found[]; looks: readonly Look[]; originOutcome: string | null },
>(issue: Issue, language: string) {
  const words = wordsFor(language, ['check', 'activity', 'story'])
  const say = (key: string, otherwise: string) => {
    const found = words[key]
    return typeof found === 'string' ? found : otherwise
  }
  return {
    ...issue,
    // A city's own word for how it ended, where it is one of ours; `unspecified` says nothing.
    originOutcome:
      issue.originOutcome && issue.originOutcome !== 'unspecified'
        ? say(`story.outcome.${issue.originOutcome}`, issue.originOutcome)
        : null,
    checks: issue.checks.map(({ id, outcome, count }) => ({
      id,
      name: say(`check.${id}.name`, id),
      outcome: say(`check.outcome.${outcome}`, outcome),
      count,
    })),
    looks: issue.looks.map((look) => ({ ...look, purpose: say(`activity.use.${look.purpose}`, look.purpose) })),
  }
}
