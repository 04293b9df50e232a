/** Closed lists: what an interaction may declare about itself. A word that is not here does not compile. */

/** Who acts. One person has one role, so that nobody oversees themselves. `system` is the platform acting on its own clock. */
export const roles = ['resident', 'civil-servant', 'oversight', 'administrator', 'system'] as const
export type Role = (typeof roles)[number]
export const staffRoles: readonly Role[] = ['civil-servant', 'oversight', 'administrator']

/** What digital technology does to the relation (Nieuwenhuizen & Meijer 2021). */
export const ictRoles = ['instrumental', 'transformative', 'substitutive'] as const
export type IctRole = (typeof ictRoles)[number]

/** The four co's of co-production (Bovaird & Loeffler), and `governance` for acts that keep the platform itself in order. */
export const phases = ['co-commission', 'co-design', 'co-deliver', 'co-assess', 'governance'] as const
export type Phase = (typeof phases)[number]

export const publicValues = ['lawfulness', 'equality', 'integrity', 'performing', 'responsive'] as const
export type PublicValue = (typeof publicValues)[number]

/** DPV 2.2 codes for GDPR article 6, without the `eu-gdpr:` prefix. */
export const legalBases = [
  'A6-1-a-consent',
  'A6-1-c-legal-obligation',
  'A6-1-e-public-interest',
  'A6-1-e-official-authority',
] as const
export type LegalBasis = (typeof legalBases)[number]

export const channels = ['web', 'phone', 'desk', 'app', 'social', 'staff', 'integration', 'mail', 'system'] as const
export type Channel = (typeof channels)[number]

export const languages = ['en', 'nl', 'es', 'ar'] as const
export type Language = (typeof languages)[number]

/** What a civil servant can be given competence for. A mandate names some of these, for some categories and areas, for a period. */
export const mandateActs = [
  'read-cases',
  'answer',
  'decide',
  'moderate',
  'open-contact',
  'report-for-resident',
] as const
export type MandateAct = (typeof mandateActs)[number]

/**
 * What an interaction can touch: subject of the record -> fields. Subjects whose name stands in `personalSubjects`
 * are about a person, so touching them makes processing-log lines; the others are the town's own records.
 */
export const personalSubjects = ['resident', 'contact', 'report', 'photo', 'question', 'staff'] as const
export type PersonalSubject = (typeof personalSubjects)[number]
export const townSubjects = [
  'issue',
  'update',
  'note',
  'decision',
  'mandate',
  'category',
  'town',
  'session',
  'record',
  'draft',
  'mail',
  'follow',
  'finding',
] as const
export type TownSubject = (typeof townSubjects)[number]
export type Touches = Partial<Record<PersonalSubject | TownSubject, readonly string[]>>

const isOneOf =
  <Word extends string>(words: readonly Word[]) =>
  (word: unknown): word is Word =>
    words.includes(word as Word)
export const isRole = isOneOf(roles)
export const isLanguage = isOneOf(languages)
export const isPersonal = isOneOf(personalSubjects)
