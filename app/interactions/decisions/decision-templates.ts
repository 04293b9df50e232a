import type { Outcome } from './close-case.input'

/**
 * A beginning for a decision. Its words are `decision.<key>.name`, `.facts`, `.ground` and `.reasons`, so a town can write
 * its own. `for`: only for kinds of issues with one of these signs; without it for every kind.
 */
export type DecisionTemplate = { key: string; outcome: Outcome; for?: readonly string[] }

export const decisionTemplates: readonly DecisionTemplate[] = [
  { key: 'lamp-replaced', outcome: 'resolved', for: ['lamp', 'signal'] },
  { key: 'surface-mended', outcome: 'resolved', for: ['road', 'pavement', 'bike'] },
  { key: 'cleaned', outcome: 'resolved', for: ['trash', 'graffiti', 'animal', 'leaf', 'snow'] },
  { key: 'tree-cared-for', outcome: 'resolved', for: ['tree', 'leaf', 'park'] },
  { key: 'repaired', outcome: 'resolved' },
  { key: 'nothing-found', outcome: 'not-resolved' },
  { key: 'later', outcome: 'not-resolved' },
  { key: 'within-norm', outcome: 'not-resolved' },
  { key: 'not-ours', outcome: 'not-resolved' },
  { key: 'known-already', outcome: 'not-resolved' },
]

/** The templates for one kind of issue, its own ones first. */
export const templatesFor = (pictogram: string): DecisionTemplate[] =>
  decisionTemplates.filter((template) => !template.for || template.for.includes(pictogram))

// A gap to fill in, such as [day]: the writer replaces it before anybody else reads it.
const gap = /\[[^[\]\n]{1,60}\]/u

/** Whether a text still has a gap of a template in it. */
export const hasGap = (text: string): boolean => gap.test(text)
