import { findingKindNames } from '~/interactions/findings/kinds'
import type { Translate } from '../words'

const knownParts = new Set([
  'email',
  'phone',
  'address',
  'hours',
  'privacyEmail',
  'securityEmail',
  'body',
  'termDays',
  'light',
  'dark',
  'en',
  'nl',
  'es',
  'ar',
  ...findingKindNames,
])
const fieldsOfDays = new Set<string>(['serviceDays', 'answerDays', 'termDays', ...findingKindNames])
type Tree = Record<string, unknown>

/** A value of a rule as lines that a person can compare: one per language, question, colour or sentence. */
export function ruleLines(t: Translate, field: string, value: unknown): string[] {
  if (value === null || value === undefined || value === '') return []
  if (typeof value === 'boolean') return [value ? t('rule.yes') : t('rule.no')]
  if (typeof value === 'number') return [numberWords(t, field, value)]
  if (typeof value === 'string') return [plainWord(t, field, value)]
  if (Array.isArray(value))
    return field === 'questions'
      ? value.map((one, at) => questionLine(t, one, at))
      : [t.intl.formatList(value.map(String))]
  return Object.entries(value as Tree).flatMap(([part, inner]) => within(t, part, inner))
}

function within(t: Translate, part: string, value: unknown): string[] {
  const name = knownParts.has(part) ? t(`rule.part.${part}`) : part
  // `color` and `$value` belong to the form of the token file and say nothing to a reader.
  const isSilent = part === 'color' || part === '$value'
  return ruleLines(t, part, value).map((line) => (isSilent ? line : `${name}: ${line}`))
}

function numberWords(t: Translate, field: string, n: number): string {
  if (fieldsOfDays.has(field)) return t('rule.days', { n })
  return field === 'radiusM' ? t('rule.metres', { n }) : t.intl.formatNumber(n)
}

const plainWord = (t: Translate, field: string, word: string) =>
  field === 'serviceDayKind' ? t(`rule.day-kind.${word}`) : word

type AnyQuestion = {
  label?: Tree
  type?: string
  isRequired?: boolean
  choices?: { label?: Tree }[]
  onlyIf?: { question: string; isOneOf: string[] }
}

function questionLine(t: Translate, question: AnyQuestion, at: number): string {
  const choices = (question.choices ?? []).map(({ label }) => allWords(label))
  const parts = [
    `${t.intl.formatNumber(at + 1)}. ${allWords(question.label)}`,
    t(`rule.question.${question.type}`),
    question.isRequired && t('rule.question.required'),
    choices.length > 0 && choices.join('; '),
    question.onlyIf &&
      t('rule.question.only-if', { answers: question.onlyIf.isOneOf.join(', '), question: question.onlyIf.question }),
  ]
  return parts.filter(Boolean).join(' · ')
}

const allWords = (label: Tree | undefined) => Object.values(label ?? {}).join(' / ')
