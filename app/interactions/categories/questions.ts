import { z } from 'zod'
import { plainLine } from '~/platform/plain-text'
import { languages } from '~/safeguards/vocabulary'

const line = (longest: number) => z.string().transform(plainLine).pipe(z.string().min(1).max(longest))

/** Words by language. One language is enough; whoever reads another sees that one. */
export const wordsByLanguage = (longest: number) =>
  z
    .partialRecord(z.enum(languages), line(longest))
    .refine((words) => Object.keys(words).length > 0, { message: 'field.required' })
export type WordsByLanguage = Partial<Record<(typeof languages)[number], string>>

// Keys stand in field names, in stored answers and in exports, so they never change and say nothing to a prototype.
const key = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'field.key')
  .max(40)

const choice = z.object({ value: key, label: wordsByLanguage(120), pictogram: z.string().max(40).optional() })

const everyQuestion = {
  key,
  label: wordsByLanguage(200),
  hint: wordsByLanguage(400).optional(),
  isRequired: z.boolean().default(false),
  /** Who reads the answer: everybody, or only the civil servants on the case. */
  seenBy: z.enum(['everybody', 'case']).default('everybody'),
  /** Asked only after one of these answers to an earlier question. */
  onlyIf: z.object({ question: key, isOneOf: z.array(key).min(1).max(20) }).optional(),
}

const question = z.discriminatedUnion('type', [
  z.object({ ...everyQuestion, type: z.literal('text'), longest: z.number().int().min(1).max(2000).default(300) }),
  z.object({
    ...everyQuestion,
    type: z.literal('number'),
    least: z.number().optional(),
    most: z.number().optional(),
    unit: wordsByLanguage(40).optional(),
    isWhole: z.boolean().default(true),
  }),
  z.object({ ...everyQuestion, type: z.literal('date'), when: z.enum(['any', 'past', 'future']).default('any') }),
  z.object({ ...everyQuestion, type: z.literal('one'), choices: z.array(choice).min(2).max(20) }),
  z.object({ ...everyQuestion, type: z.literal('many'), choices: z.array(choice).min(2).max(20) }),
  z.object({ ...everyQuestion, type: z.literal('yes-no') }),
])

/** What a category asks, beyond what and where. Long forms make people give up, so there is an end to it. */
export const questionsSchema = z.array(question).max(12).superRefine(everyQuestionMakesSense)
export type Question = z.output<typeof question>
export type Questions = readonly Question[]

/** The questions of a category as stored. What an older version wrote and this one cannot read asks nothing. */
export function questionsOf(stored: unknown): Question[] {
  const read = questionsSchema.safeParse(stored)
  return read.success ? read.data : []
}

/** The answers that a question can have, for conditions; null when there is no end to them. */
export function answersOfChoice(asked: Question): string[] | null {
  if (asked.type === 'yes-no') return ['yes', 'no']
  return asked.type === 'one' || asked.type === 'many' ? asked.choices.map(({ value }) => value) : null
}

function everyQuestionMakesSense(questions: Question[], context: z.RefinementCtx) {
  const wrong = (message: string, ...path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
  questions.forEach((asked, at) => {
    const earlier = questions.slice(0, at)
    if (earlier.some(({ key }) => key === asked.key)) wrong('field.key-taken', at, 'key')
    const values = answersOfChoice(asked) ?? []
    if (new Set(values).size < values.length) wrong('field.key-taken', at, 'choices')
    if (asked.type === 'number' && (asked.least ?? -Infinity) > (asked.most ?? Infinity))
      wrong('field.range', at, 'most')
    const { onlyIf } = asked
    if (!onlyIf) return
    // Only looking back: then no question can wait for itself, and people read them in the order in which they matter.
    const known = earlier.find(({ key }) => key === onlyIf.question)
    const possible = known && answersOfChoice(known)
    if (!possible || !onlyIf.isOneOf.every((value) => possible.includes(value))) wrong('field.condition', at, 'onlyIf')
  })
}
