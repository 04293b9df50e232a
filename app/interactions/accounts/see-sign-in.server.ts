import { z } from 'zod'
import { env } from '~/platform/env.server'
import { defineInteraction } from '~/safeguards/door.server'
import { type Role, roles } from '~/safeguards/vocabulary'
import { demoPeople as invented } from '../demo/demo-people'
import { type NoticeToShow, noticeFor } from './notice-to-show'

type SignInPage = { demoPeople: DemoPerson[]; hasMailServer: boolean; notice: NoticeToShow }

export type DemoPerson = { personId: string; role: Role; jobTitle: string | null }

// All of them were made in one moment, so only the list they come from says who is first.
const placeOf = ({ role, jobTitle }: DemoPerson) =>
  invented.findIndex((person) => person.role === role && person.jobTitle === jobTitle)

/** The page where people sign in. In the demo it shows its invented people, one for each role and each post. */
export const seeSignIn = defineInteraction({
  name: 'sign-in.see',
  input: z.object({}),
  roles: roles.filter((role) => role !== 'system'),
  purpose: 'resident-accounts',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'governance',
  values: ['responsive'],
  effect: 'public-read',
  touches: {},
  async handle({ tx }): Promise<SignInPage> {
    const hasMailServer = env().smtpUrl !== undefined
    const notice = noticeFor('resident-accounts')
    if (!env().demo) return { demoPeople: [], hasMailServer, notice }
    const people = await tx.person.findMany({
      where: { isDemo: true, disabledAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, role: true, jobTitle: true },
    })
    const seen = new Set<string>()
    const each = people.filter(({ role, jobTitle }) => {
      const post = `${role} ${jobTitle ?? ''}`
      return !seen.has(post) && seen.add(post)
    })
    const demoPeople = each.map(({ id, role, jobTitle }) => ({ personId: id, role: role as Role, jobTitle }))
    demoPeople.sort((one, other) => placeOf(one) - placeOf(other))
    return { demoPeople: demoPeople.slice(0, 12), hasMailServer, notice }
  },
})
