import type { IssueState } from '~/interactions/issues/issue.input'
import { shapeOf, toneOf } from '~/ui/issues/status'

/** A place that has no state yet: a pin as on any map. */
const here = { d: 'M12 1.5a7.5 7.5 0 0 0-7.5 7.5c0 5.2 7.5 13.5 7.5 13.5s7.5-8.3 7.5-13.5A7.5 7.5 0 0 0 12 1.5z' }

/** The sign of a state as it is drawn on a map: the same shape and colour as in the list. */
export function mapSign(state: IssueState | 'here', colours: Record<string, string>) {
  if (state === 'here') return { ...here, colour: colours.brand ?? '#000000' }
  const tone = toneOf[state]
  return { ...shapeOf[state], colour: colours[tone] ?? '#000000' }
}
