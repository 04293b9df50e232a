import type { Language, MandateAct, Role } from '~/safeguards/vocabulary'

type PersonOfTestdam = {
  id: string
  role: Exclude<Role, 'system'>
  name: string
  email: string
  phone: string | null
  language: Language
  jobTitle: string | null
  department: string | null
  mandate?: { acts: readonly MandateAct[]; categories: readonly string[]; areas: readonly string[] }
}

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const every: readonly MandateAct[] = [
  'read-cases',
  'answer',
  'decide',
  'moderate',
  'open-contact',
  'report-for-resident',
]
const works = (jobTitle: string, department: string) => ({ phone: null, language: 'en' as const, jobTitle, department })
const lives = (language: Language, phone: string) => ({ language, phone, jobTitle: null, department: null })

/** Who lives and works in Testdam. One person for each thing that somebody may or may not do. */
export const people = {
  resident: {
    id: id(1),
    role: 'resident',
    name: 'Rosa Jansen',
    email: 'rosa.jansen@residents.example',
    ...lives('en', '+31 20 555 0101'),
  },
  neighbour: {
    id: id(2),
    role: 'resident',
    name: 'Nadia El Amrani',
    email: 'nadia.elamrani@residents.example',
    ...lives('nl', '+31 20 555 0102'),
  },
  handler: {
    id: id(11),
    role: 'civil-servant',
    name: 'Hanna de Vries',
    email: 'h.devries@testdam.example',
    ...works('Officer public space', 'Streets'),
    mandate: { acts: every, categories: [], areas: [] },
  },
  /** May do everything, but for street lights in the north only. */
  northHandler: {
    id: id(12),
    role: 'civil-servant',
    name: 'Noor Bakker',
    email: 'n.bakker@testdam.example',
    ...works('Officer lighting north', 'Lighting'),
    mandate: { acts: every, categories: ['street-light'], areas: ['north'] },
  },
  /** Works here since today: no mandate yet. */
  newcomer: {
    id: id(13),
    role: 'civil-servant',
    name: 'Nick Visser',
    email: 'n.visser@testdam.example',
    ...works('Trainee', 'Streets'),
  },
  oversight: {
    id: id(21),
    role: 'oversight',
    name: 'Olga Mulder',
    email: 'o.mulder@testdam.example',
    ...works('Oversight officer', 'Oversight'),
  },
  administrator: {
    id: id(31),
    role: 'administrator',
    name: 'Adam Smit',
    email: 'a.smit@testdam.example',
    ...works('Application manager', 'Information'),
  },
} as const satisfies Record<string, PersonOfTestdam>

export type NameInTestdam = keyof typeof people
export const everybody: readonly PersonOfTestdam[] = Object.values(people)

/** With this secret the personal data of Testdam are sealed. */
export const secretOfTestdam = 'the secret of Testdam, known to everybody'
