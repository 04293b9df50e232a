import { z } from 'zod'
import { plainLine } from '~/platform/plain-text'
import { languages } from '~/safeguards/vocabulary'
import type { Question } from '../../categories/questions'
import { keyOfName } from '../../cities/categories-file'
import { tick } from '../administering'
import { optionalNumber, typedWords } from '../category-form.input'

export const questionTypes = [
  'one',
  'many',
  'yes-no',
  'text',
  'number',
  'date',
] as const satisfies readonly Question['type'][]

const listed = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())
const decimal = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : Number(text.replace(',', '.'))))
  .pipe(z.number('field.number').min(-1e9, 'field.too-low').max(1e9, 'field.too-high').optional())
  .optional()

/** One question as the administrator types it. Choices come as columns: one list per language, in the order of the rows. */
export const questionForm = z.object({
  key: z.string().max(80),
  /** The key of the question that is changed; none for a new one. */
  question: z.string().max(40).default(''),
  type: z.enum(questionTypes),
  label: typedWords(200),
  hint: typedWords(400),
  isRequired: tick,
  seenBy: z.enum(['everybody', 'case']).default('everybody'),
  /** `question:answer`, any number of them, all of one question. */
  condition: listed.default([]),
  longest: optionalNumber(1, 2000).optional(),
  least: decimal,
  most: decimal,
  unit: typedWords(40),
  isWhole: tick,
  when: z.enum(['any', 'past', 'future']).default('any'),
  choice: z.partialRecord(z.enum([...languages, 'value', 'place']), listed).default({}),
})
export type QuestionForm = z.output<typeof questionForm>

/** The question that was typed, with a key that never changes again. Whether it makes sense is for the schema to say. */
export function questionFrom(form: QuestionForm, taken: ReadonlySet<string>): Record<string, unknown> {
  const { type, label, hint, isRequired, seenBy } = form
  return {
    key: form.question || freeKey(keyFrom(label), taken),
    type,
    label,
    isRequired,
    seenBy,
    ...(Object.keys(hint).length > 0 && { hint }),
    ...onlyIfFrom(form.condition),
    ...ownFields(form),
  }
}

function ownFields({ type, longest, least, most, unit, isWhole, when, choice }: QuestionForm): Record<string, unknown> {
  if (type === 'text') return { longest: longest ?? 300 }
  if (type === 'date') return { when }
  if (type === 'one' || type === 'many') return { choices: choicesFrom(choice) }
  if (type !== 'number') return {}
  return {
    isWhole,
    ...(least !== undefined && { least }),
    ...(most !== undefined && { most }),
    ...(Object.keys(unit).length > 0 && { unit }),
  }
}

function onlyIfFrom(condition: readonly string[]) {
  const pairs = condition.map((pair) => pair.split(':', 2)).filter(([question, answer]) => question && answer)
  const [question] = pairs[0] ?? []
  if (!question) return {}
  // Answers to two questions at once are no condition we have: the schema refuses an answer that the first cannot get.
  return {
    onlyIf: { question, isOneOf: pairs.map(([other, answer]) => (other === question ? answer : 'another-question')) },
  }
}

function choicesFrom(columns: QuestionForm['choice']) {
  const rows = Math.max(0, ...languages.map((language) => columns[language]?.length ?? 0))
  const typed = Array.from({ length: rows }, (_, at) => {
    const words = languages.map((language) => [language, plainLine(columns[language]?.[at] ?? '')] as const)
    return {
      value: columns.value?.[at] ?? '',
      place: Number(columns.place?.[at] || at + 1),
      label: Object.fromEntries(words.filter(([, word]) => word !== '')),
    }
  }).filter(({ label }) => Object.keys(label).length > 0)
  const taken = new Set(typed.map(({ value }) => value).filter(Boolean))
  return typed
    .map((row, at) => ({ ...row, at }))
    .sort((one, other) => one.place - other.place || one.at - other.at)
    .map(({ value, label }) => {
      const key = value || freeKey(keyFrom(label), taken)
      taken.add(key)
      return { value: key, label }
    })
}

const keyFrom = (label: Record<string, string | undefined>) =>
  keyOfName(label.en ?? Object.values(label)[0] ?? '')
    .slice(0, 36)
    .replace(/-+/g, '-')
    .replace(/-$/, '')

function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const key = n === 1 ? wanted : `${wanted}-${n}`
    if (!taken.has(key)) return key
  }
}
