import { z } from 'zod'
import type { Prisma } from '~/platform/db.server'
import { InvalidInput, NotFound } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { categoryContent } from '../categories/category-content'
import { keyOfName } from '../cities/categories-file'
import { administratorId } from './acting-administrator'
import { administering, reasonField } from './administering'
import { typedWords } from './category-form.input'
import { raiseTownVersion } from './town-version.server'

/** A new kind of issue begins closed: the administrator completes it and then switches it on. */
export const addCategory = defineInteraction({
  ...administering,
  name: 'category.add',
  input: z.object({ name: typedWords(80), groupKey: z.string().max(80), reason: reasonField }),
  values: ['responsive', 'integrity'],
  effect: 'write',
  touches: { category: ['all'] },
  async handle({ input, tx, actor, now }) {
    const [first] = Object.values(input.name)
    if (!first) throw new InvalidInput({ 'name.en': 'field.required' })
    const group = await tx.category.findFirst({
      where: { groupKey: input.groupKey },
      select: { groupKey: true, groupName: true, pictogram: true },
    })
    if (!group) throw new NotFound()
    // Two administrators who add the same name at once follow each other, and get two keys.
    await tx.$queryRaw`SELECT 1 FROM town WHERE id = 1 FOR UPDATE`
    const key = await freeKey(keyOfName(input.name.en ?? first))
    const content = categoryContent.parse({
      ...group,
      name: input.name,
      synonyms: {},
      department: '',
      radiusM: 250,
      serviceDays: null,
      serviceDayKind: 'working',
      isChoosable: false,
      isEmergency: false,
      emergency: {},
      questions: [],
    })
    const json = content as unknown as Record<string, Prisma.InputJsonValue>
    await tx.category.create({
      data: { ...(json as unknown as Prisma.CategoryCreateInput), key, version: 1, updatedAt: now },
    })
    await tx.categoryVersion.create({
      data: {
        categoryKey: key,
        version: 1,
        content: json,
        changedBy: administratorId(actor),
        reason: input.reason,
        changedAt: now,
      },
    })
    await raiseTownVersion(tx, now)
    return { key }

    async function freeKey(wanted: string): Promise<string> {
      const taken = await tx.category.findMany({ where: { key: { startsWith: wanted } }, select: { key: true } })
      const keys = new Set(taken.map((row) => row.key))
      for (let n = 1; ; n++) {
        const candidate = n === 1 ? wanted : `${wanted}-${n}`
        if (!keys.has(candidate)) return candidate
      }
    }
  },
  about: (_, { key }) => ({ object: { type: 'category', ref: key }, facts: { version: 1 } }),
})
