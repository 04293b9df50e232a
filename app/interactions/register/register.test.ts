import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checks } from '~/safeguards/checks'
import { processingActivities } from '~/safeguards/lawfulness/processing-activities'
import * as vocabulary from '~/safeguards/vocabulary'
import { interactions } from '../register.server'
import { problemKinds } from './problem-kinds'

const app = join(import.meta.dirname, '../..')
const languages = vocabulary.languages

/** All words of a language, whatever file they stand in. */
const wordsIn = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(join(app, 'words', language)).map((file) =>
      JSON.parse(readFileSync(join(app, 'words', language, file), 'utf8')),
    ),
  )

const missing = (keys: Iterable<string>) =>
  languages.flatMap((language) => {
    const words = wordsIn(language)
    return [...new Set(keys)].filter((key) => !words[key]).map((key) => `${language} ${key}`)
  })

/** The text of every program file, for keys that stand in it. */
const sources = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|fixture)\.tsx?$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(app, file), 'utf8') }))

const problemClasses = sources.flatMap(({ text }) =>
  [...text.matchAll(/class \w+ extends Problem \{([\s\S]*?)\n\}/g)].flatMap(([, body = '']) => {
    const status = Number(/readonly status = (\d{3})/.exec(body)?.[1])
    const [, one, several] = /readonly type(?: = '([\w-]+)'|: ((?:'[\w-]+'(?: \| )?)+))/.exec(body) ?? []
    const types = one ? [one] : [...(several ?? '').matchAll(/'([\w-]+)'/g)].map(([, type = '']) => type)
    return types.map((type) => ({ type, status, saysOwnDetail: /get detail\(\)/.test(body) }))
  }),
)

describe('the register', () => {
  it('has each interaction once, under the name that stands in the record', () => {
    const names = interactions.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(100)
    expect(new Set(names).size).toBe(names.length)
  })

  it('lists every interaction that a file declares', () => {
    const listed = new Set<string>(interactions.map(({ name }) => name))
    const declared = sources
      .filter(({ file, text }) => file.startsWith('interactions/') && /defineInteraction\(/.test(text))
      .flatMap(({ text }) => [...text.matchAll(/^ {2,4}name: '([a-z-]+\.[a-z-]+)'/gm)].map(([, name = '']) => name))
    expect(declared.length).toBeGreaterThan(100)
    expect(declared.filter((name) => !listed.has(name))).toEqual([])
  })

  it('says every interaction in plain words, in every language', () => {
    expect(missing(interactions.map(({ name }) => `register.interaction.${name}`))).toEqual([])
  })

  it('keeps no words for interactions that are gone', () => {
    const names = new Set<string>(interactions.map(({ name }) => name))
    const said = Object.keys(wordsIn('en')).filter((key) => key.startsWith('register.interaction.'))
    expect(said.filter((key) => !names.has(key.slice('register.interaction.'.length)))).toEqual([])
  })

  it('says every role, value, phase, channel and subject that a declaration can name', () => {
    const { roles, ictRoles, phases, publicValues, channels, mandateActs, personalSubjects, townSubjects } = vocabulary
    expect(
      missing([
        ...roles.map((word) => `register.role.${word}`),
        ...ictRoles.map((word) => `register.ict.${word}`),
        ...phases.map((word) => `register.phase.${word}`),
        ...publicValues.map((word) => `register.value.${word}`),
        ...channels.map((word) => `register.channel.${word}`),
        ...mandateActs.map((word) => `register.mandate-act.${word}`),
        ...[...personalSubjects, ...townSubjects].map((word) => `register.subject.${word}`),
      ]),
    ).toEqual([])
  })

  it('says who, why, how long and how protected for every activity', () => {
    expect(
      missing(
        processingActivities.flatMap((activity) => [
          `activity.${activity.id}.name`,
          `activity.${activity.id}.purpose`,
          `activity.ground.${activity.legalBasis}`,
          ...activity.dataSubjects.map((word) => `activity.subject.${word}`),
          ...activity.personalData.map(({ category }) => `activity.category.${category}`),
          ...activity.recipients.map((word) => `activity.recipient.${word}`),
          ...activity.measures.map((word) => `activity.measure.${word}`),
          ...[...activity.purposesOfUse, ...(activity.compatiblePurposes ?? [])].map((word) => `activity.use.${word}`),
        ]),
      ),
    ).toEqual([])
  })

  it('says every check, and every explanation that a check can give', () => {
    const explanations = sources
      .filter(({ file }) => file.startsWith('safeguards/'))
      .flatMap(({ text }) => text.match(/'check\.(?:[A-Z]\d+\.[\w-]+|broken)'/g) ?? [])
      .map((key) => key.slice(1, -1))
    expect(explanations.length).toBeGreaterThan(40)
    expect(
      missing([...explanations, ...checks.flatMap(({ id }) => [`check.${id}.name`, `check.${id}.looks-at`])]),
    ).toEqual([])
  })
})

describe('problems', () => {
  it('are all explained on a page of their own, with the status that their class has', () => {
    expect(problemClasses.length).toBeGreaterThan(20)
    expect(Object.fromEntries(problemClasses.map(({ type, status }) => [type, status]))).toEqual(problemKinds)
  })

  it('have a title and a detail in every language, and words for their page', () => {
    const details = problemClasses.filter(({ saysOwnDetail }) => !saysOwnDetail)
    expect(
      missing([
        ...problemClasses.flatMap(({ type }) => [
          `problem.${type}.title`,
          `register.problem.${type}.means`,
          `register.problem.${type}.todo`,
        ]),
        ...details.map(({ type }) => `problem.${type}.detail`),
      ]),
    ).toEqual([])
  })

  it('are said in every language where a field is wrong', () => {
    const keys = sources
      .flatMap(({ text }) => text.match(/'(?:field|[a-z-]+\.field)\.[\w.-]+'/g) ?? [])
      .map((key) => key.slice(1, -1))
    expect(keys.length).toBeGreaterThan(20)
    // A key with an open end is completed where it is used.
    expect(missing(keys.filter((key) => !key.endsWith('.')))).toEqual([])
  })
})
