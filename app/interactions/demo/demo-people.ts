import type { Language, MandateAct, Role } from '~/safeguards/vocabulary'

/** Everybody the demo invents. Nobody of these exists; their addresses cannot exist either. */
export type DemoPersonName =
  | 'resident'
  | 'handler'
  | 'lighting'
  | 'district'
  | 'newcomer'
  | 'oversight'
  | 'administrator'
  | 'administrator-too'

export type InventedPerson = {
  key: DemoPersonName
  role: Exclude<Role, 'system'>
  name: string
  email: string
  language: Language
  jobTitle: string | null
  department: string | null
  homeArea: string | null
}

/** One person for each role, and civil servants who may do everything, one kind of work, one district, and nothing yet. */
export const demoPeople: readonly InventedPerson[] = [
  {
    key: 'resident',
    role: 'resident',
    name: 'Rosa Delgado',
    email: 'rosa.delgado@resident.example',
    language: 'es',
    jobTitle: null,
    department: null,
    homeArea: 'dorchester',
  },
  staff('handler', 'Marcus Bell', 'Service desk officer', 'Public Works Department'),
  staff('lighting', 'Aisha Rahman', 'Street lighting engineer', 'Public Works Department', 'jamaica-plain'),
  staff('district', 'Tom Okafor', 'Neighbourhood officer, Dorchester', 'Neighborhood Services', 'roxbury'),
  staff('newcomer', 'Lena Fischer', 'Trainee', 'Public Works Department'),
  { ...staff('oversight', 'Joan Whitaker', 'Oversight officer', 'Office of the Ombudsperson'), role: 'oversight' },
  { ...staff('administrator', 'Sam Petrov', 'Platform administrator', 'City Clerk'), role: 'administrator' },
  { ...staff('administrator-too', 'Ines Moreau', 'Second administrator', 'City Clerk'), role: 'administrator' },
]

function staff(
  key: DemoPersonName,
  name: string,
  jobTitle: string,
  department: string,
  homeArea: string | null = null,
): InventedPerson {
  const email = `${name.toLowerCase().replace(' ', '.')}@boston.example`
  return { key, role: 'civil-servant', name, email, language: 'en', jobTitle, department, homeArea }
}

type DemoMandate = {
  person: DemoPersonName
  acts: MandateAct[]
  /** Groups of categories; none: all. */
  groups: readonly string[]
  areas: readonly string[]
  ground: string
}

/** What each civil servant of the demo was given competence for. */
export const demoMandates: readonly DemoMandate[] = [
  {
    person: 'handler',
    acts: ['read-cases', 'answer', 'decide', 'moderate', 'open-contact', 'report-for-resident'],
    groups: [],
    areas: [],
    ground: 'Mandate decision of the Mayor for the service desk (demonstration), article 2',
  },
  {
    person: 'lighting',
    acts: ['read-cases', 'answer', 'decide', 'open-contact'],
    groups: ['lighting'],
    areas: [],
    ground: 'Mandate decision of the Mayor for street lighting (demonstration), article 4',
  },
  {
    person: 'district',
    acts: ['read-cases', 'answer', 'report-for-resident'],
    groups: [],
    areas: ['dorchester'],
    ground: 'Mandate decision of the Mayor for neighbourhood officers (demonstration), article 7',
  },
]
