import { z } from 'zod'
import { InvalidInput } from '~/platform/problems'
import { defineInteraction } from '~/safeguards/door.server'
import { publicFields, text } from './case-fields.input'
import { caseInHand, mandateForCase } from './case-in-hand.server'
import { colleaguesFor } from './colleagues.server'
import { publish, tell } from './publication.server'
import { heedSensitiveText } from './sensitive-text'

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/)

export const moveCaseInput = z.object({
  ...publicFields,
  text,
  categoryKey: key,
  areaKey: key.or(z.literal('')).default(''),
})

/**
 * A civil servant gives an issue its right kind or neighbourhood, with the reason in public. It takes the mandate for where
 * the issue is now, not for where it goes: a wrong address must not keep a letter. The day promised to the reporter stays.
 */
export const moveCase = defineInteraction({
  name: 'case.move',
  input: moveCaseInput,
  roles: ['civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['lawfulness', 'performing'],
  mandate: 'answer',
  effect: 'write',
  touches: { issue: ['category', 'area', 'assignee'], update: ['text'], mail: ['content'] },

  facts: async ({ tx, input }) => ({
    ...(await mandateForCase({ tx, input })),
    ...heedSensitiveText({ text: input.text }, input.keepsText),
  }),
  async handle(context) {
    const { input, tx, now } = context
    const { text, language, version, categoryKey } = input
    const opened = await caseInHand(tx, input.ref)
    const areaKey = input.areaKey || opened.areaKey
    const category = await tx.category.findUnique({ where: { key: categoryKey }, select: { department: true } })
    if (!category) throw new InvalidInput({ categoryKey: 'field.choose' })
    if (
      areaKey !== opened.areaKey &&
      !(await tx.area.findUnique({ where: { key: areaKey ?? '' }, select: { key: true } }))
    )
      throw new InvalidInput({ areaKey: 'field.choose' })
    if (categoryKey === opened.categoryKey && areaKey === opened.areaKey)
      throw new InvalidInput({ categoryKey: 'desk.move.same' })
    // Whoever has the case keeps it only with a mandate for where it goes; else it waits there for somebody who has one.
    const able = opened.assigneeId ? await colleaguesFor(tx, { ...opened, categoryKey, areaKey }, now) : []
    const assigneeId = able.some(({ id }) => id === opened.assigneeId) ? opened.assigneeId : null
    const movedTo = { categoryKey, areaKey }
    const published = await publish(context, opened, { kind: 'moved', version, text, language, assigneeId, movedTo })
    await tell(context, opened, published, 'moved', { text })
    return { ref: opened.ref, area: areaKey, from: opened.categoryKey }
  },
  about: ({ categoryKey }, { ref, area, from }) => ({
    object: { type: 'issue', ref },
    area,
    facts: { from, to: categoryKey },
  }),
})
