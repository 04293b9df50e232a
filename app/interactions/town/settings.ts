import { z } from 'zod'
import { findingKindNames } from '../findings/kinds'

const words = z.record(z.string(), z.string()).default({})

/** What a town sets about itself; the administrator edits it, with history. Everything has a default, so that an old row still opens. */
export const townSettings = z.object({
  /** Title and first sentence of the home page, by language; empty: the platform's own words. */
  title: words,
  lead: words,
  contact: z
    .object({
      email: z.string().default(''),
      phone: z.string().default(''),
      address: z.string().default(''),
      hours: words,
      privacyEmail: z.string().default(''),
      securityEmail: z.string().default(''),
    })
    .prefault({}),
  /** Where somebody goes who does not agree with a decision, and until how many days after it. */
  redress: z
    .object({
      body: z.string().default(''),
      address: z.string().default(''),
      termDays: z.number().int().min(1).max(365).default(42),
    })
    .prefault({}),
  /** Days within which an issue is answered where its category says nothing. */
  answerDays: z.number().int().min(1).max(365).default(10),
  /** Working days within which oversight answers a finding, by its kind; without a number the kind's own. */
  findingDays: z.partialRecord(z.enum(findingKindNames), z.number().int().min(1).max(90)).default({}),
  /** Design tokens over those of the platform, in the form of ui/theme/tokens.json. */
  theme: z.record(z.string(), z.unknown()).default({}),
  /** The town's own wordings over ours: language -> key -> sentence. */
  wordings: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Photos of residents are shown only after somebody looked at them. */
  photosNeedLook: z.boolean().default(false),
})

export type TownSettings = z.output<typeof townSettings>
