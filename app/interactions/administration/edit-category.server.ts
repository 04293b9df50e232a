import { InvalidInput, NotFound, OutOfDate } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { keyOfName } from '../cities/categories-file'
import { administratorId } from './acting-administrator'
import { administering } from './administering'
import { categoryForm } from './category-form.input'
import { holdCategory } from './category-versions.server'
import { changeCategory } from './change-category.server'
import { NothingChanged } from './problems'

/** An administrator changes a category: its words, how it is found, how fast the town answers, whether it can be chosen. */
export const editCategory = defineInteraction({
  ...administering,
  name: 'category.edit',
  input: categoryForm,
  values: ['responsive', 'integrity'],
  effect: 'write',
  touches: { category: ['all-but-questions'] },
  async handle({ input, tx, actor, now }) {
    const before = await holdCategory(tx, input.key)
    if (before.version !== input.version) throw new OutOfDate()
    if (Object.keys(input.name).length === 0) throw new InvalidInput({ 'name.en': 'field.required' })
    const { key: _, version: __, reason, newGroup, groupKey, radiusM, ...rest } = input
    const group = await groupFor(input.groupKey, newGroup, before.content)
    const after = { ...before.content, ...rest, ...group, radiusM: radiusM ?? before.content.radiusM }
    const became = await changeCategory(tx, before, after, { authorId: administratorId(actor), reason, now })
    if (became.became === 'same') throw new NothingChanged()
    return { key: before.key, ...became }

    async function groupFor(wanted: string, named: Record<string, string>, content: typeof before.content) {
      const [first] = Object.values(named)
      if (first) return { groupKey: keyOfName(named.en ?? first), groupName: named }
      if (wanted === content.groupKey) return { groupKey: wanted, groupName: content.groupName }
      const other = await tx.category.findFirst({ where: { groupKey: wanted }, select: { groupName: true } })
      if (!other) throw new NotFound()
      return { groupKey: wanted, groupName: other.groupName as typeof content.groupName }
    }
  },
  about: (_, value) => ({
    object: { type: 'category', ref: value.key },
    facts: { state: value.became, ...(value.became === 'kept' && { version: value.version }) },
  }),
})
