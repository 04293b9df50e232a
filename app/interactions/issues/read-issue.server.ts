import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { roles } from '~/safeguards/vocabulary'
import { questionsOf } from '../categories/questions'
import { nameOf } from '../people/person.server'
import { townOf } from '../town/town.server'
import { nameOfCategory } from './category-name'
import { handlingOf } from './handling'
import { issueStory } from './issue-story.server'
import { nearbyIssues } from './nearby-issues.server'
import { publicAnswers } from './public-answers'
import { readIssueInput } from './read-issue.input'

/** Anybody reads one issue: what, where, how many, what the town did and why, and what the record knows about it. */
export const readIssue = defineInteraction({
  name: 'issue.read',
  input: readIssueInput,
  roles,
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'transformative',
  phase: 'co-assess',
  values: ['responsive', 'lawfulness', 'equality', 'integrity'],
  effect: 'public-read',
  touches: {},

  async handle({ input: { ref }, tx, now, language }) {
    const found = await issueStory(tx, ref)
    if (!found) throw new NotFound()
    const { categoryName, questions, texts, ...issue } = found
    const asked = questionsOf(questions)
    const [town, nearby, reports] = await Promise.all([
      townOf(tx),
      nearbyIssues(tx, issue, language),
      Promise.all(
        texts.map(async ({ nameOf: personId, answers, ...text }) => ({
          ...text,
          answers: publicAnswers(asked, answers, language),
          // Shown because this person asked for it; everybody else stays unknown here.
          name: personId && (await nameOf(tx, personId)),
        })),
      ),
    ])
    return {
      ...issue,
      category: nameOfCategory(categoryName, language),
      reports,
      handling: handlingOf(issue, now),
      nearby,
      town: town.name,
      language,
      now,
    }
  },

  // Last, since what it reads is what the handler gives.
  areaOf: (_input, { areaKey }) => areaKey,
})
