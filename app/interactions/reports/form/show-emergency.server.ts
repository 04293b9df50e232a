import { z } from 'zod'
import { NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { nameOfCategory } from '../../issues/category-name'
import { categoryAsked } from '../category-asked.server'
import { draftPageDeclaration } from '../drafts/draft-declaration'
import { categoryKey } from '../report-issue.input'

/** Instead of a form: whom to call now. */
export const showEmergency = defineInteraction({
  ...draftPageDeclaration,
  name: 'category.show-emergency',
  input: z.object({ category: categoryKey }),

  async handle({ input, tx, language }) {
    const category = await categoryAsked(tx, input.category)
    if (!category?.isEmergency) throw new NotFound()
    return {
      name: nameOfCategory(category.names, language),
      pictogram: category.pictogram,
      words: nameOfCategory(category.emergency, language),
    }
  },
})
