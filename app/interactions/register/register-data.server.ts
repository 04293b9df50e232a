import { env } from '~/platform/env.server'
import { translate } from '~/platform/words.server'
import type { ActivityEntry, InteractionEntry } from './register-pages'

type Register = {
  controller: { name: string; contact: unknown }
  activities: readonly ActivityEntry[]
  interactions: readonly InteractionEntry[]
  checks: readonly { id: string; version: number; value: string; when: string; source: string }[]
}

/** The register as data, so that others can read it by program: declarations and the words that people see. */
export function registerAsData({ controller, activities, interactions, checks }: Register, language: string) {
  const say = (key: string) => translate(language, key)
  return {
    language,
    controller,
    activities: activities.map((activity) => ({
      ...activity,
      uri: `${env().baseUrl}/register/activities/${activity.id}/versions/${activity.version}`,
      name: say(`activity.${activity.id}.name`),
      purpose: say(`activity.${activity.id}.purpose`),
      interactions: interactions.filter((one) => one.activity === activity.id).map(({ name }) => name),
    })),
    interactions: interactions.map((one) => ({ ...one, words: say(`register.interaction.${one.name}`) })),
    checks: checks.map((check) => ({
      ...check,
      name: say(`check.${check.id}.name`),
      asks: say(`check.${check.id}.looks-at`),
    })),
  }
}
