import { createAdministrator } from '~/interactions/accounts/create-administrator.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { openTown } from './open-town.server'

const usage = [
  'npm run admin -- create MAIL [NAME]   makes an administrator and prints the link with which they set up their account;',
  '                                      for somebody who works here already it prints a new link',
]

const sentences: Record<string, string> = {
  'invalid-input': 'This is not a mail address.',
  'resident-here': 'A resident uses this address. Each person has one role: use another address for work.',
}

/** `npm run admin`: the first administrator of a town, and a way back in for whoever lost password and phone. */
export async function admin([what, email, ...name]: string[]) {
  if (what !== 'create' || !email) throw new Error(usage.join('\n'))
  const town = await openTown((line) => console.log(line))
  try {
    const outcome = await enterAs(createAdministrator, theSystem, { email, name: name.join(' ') })
    if (!outcome.ok) throw new Error(sentences[outcome.problem.type] ?? 'The platform refused this.')
    const { path, expiresAt, isNew } = outcome.value
    console.log(isNew ? `${email} is an administrator now.` : `${email} was here already, and gets a new link.`)
    console.log('Give this link to that person alone. It works once, and sets up password and code:')
    console.log(`  ${town.env.baseUrl}${path}`)
    console.log(`It is valid until ${expiresAt.toISOString().slice(0, 16).replace('T', ' ')} UTC.`)
  } finally {
    await town.close()
  }
}
