import { defineInteraction } from '~/safeguards/door.server'
import { categoryAsked } from '../category-asked.server'
import { CallInstead, NotChoosable } from '../problems'
import { keepCategoryInput } from './draft.input'
import { changeDraft } from './draft-box.server'
import { aboutDraft, draftDeclaration } from './draft-declaration'

/** Second page: what kind of issue. One that cannot wait for a form leads to the phone instead. */
export const keepCategory = defineInteraction({
  ...draftDeclaration,
  name: 'draft.keep-category',
  input: keepCategoryInput,
  limit: { times: 300, perSeconds: 3600 },

  async handle({ input, tx, now }) {
    const category = await categoryAsked(tx, input.category)
    if (category?.isEmergency) throw new CallInstead({ category: category.key })
    if (!category?.isChoosable) throw new NotChoosable()
    await changeDraft(tx, input.draftToken, now, (draft) => ({
      ...draft,
      category: category.key,
      isOther: draft.isOther && draft.category === category.key,
    }))
    return null
  },

  about: aboutDraft,
})
