import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pages } from '~/commands/look/pages'
import { filesBelow, treeOf } from './sources'

/** Pages that no address alone leads to, each with where they are looked at instead. */
const elsewhere: Record<string, string> = {
  'issues.new.category': 'a step of the form: the journey walks it',
  'issues.new.nearby': 'a step of the form: the journey walks it',
  'issues.new.details': 'a step of the form: the journey walks it',
  'issues.new.photos._index': 'a step of the form: the journey walks it',
  'issues.new.contact': 'a step of the form: the journey walks it',
  'issues.new.check': 'a step of the form: the journey walks it',
}
/** What a form shows when it was not taken, over the page it stands on. */
const answers =
  /^(desk\.cases\.\$ref\.\w+|desk\.intake_\.again|admin\.categories\.\$key\.questions\.(discard|move|remove)|admin\.changes\.\$id\.(approve|decline|withdraw)|admin\.jobs\.(dismiss|retry)|admin\.people\.\$id\.(disable|enable|invite-again|revoke)|oversight\.exceptions\.\$id\.approve|oversight\.findings\.\$id\.\w+)$/
/** What is shown once, in the middle of something that only its owner can do. */
const once =
  /^(sign-in\.staff\.code|sign-in\.invite\.\$token\.phone|me\.new-codes|me\.recovery-codes|follow\.started|admin\.changes\.\$id\._index)$/

const routes = filesBelow('app/routes')
  .filter((file) => /\.tsx$/.test(file))
  .map((file) => ({ file, name: path.basename(file, '.tsx') }))
const hasPage = (file: string) => /^export default /m.test(treeOf(file).text)
const isFrame = (file: string) => /<Outlet/.test(treeOf(file).text)
const pageRoutes = routes.filter(({ file }) => hasPage(file) && !isFrame(file))

// "desk.cases.$ref_.contact" answers "/desk/cases/BOS-7JC8-Z2Q/contact".
const patternOf = (name: string) =>
  new RegExp(
    `^/${name
      .split('.')
      .map((part) => part.replace(/_$/, ''))
      .filter((part) => part !== '' && part !== '_index' && !part.startsWith('_'))
      .map((part) => (part === '$' ? '.*' : part.startsWith('$') ? '[^/]+' : part))
      .join('/')}/?$`,
  )
const walked = pages.map(({ path: address }) => address.split('?', 1)[0] ?? '')

describe('every page is looked at', () => {
  it('there are many pages', () => {
    expect(pageRoutes.length).toBeGreaterThan(60)
    expect(walked.length).toBeGreaterThan(60)
  })

  it.each(pageRoutes.map(({ name }) => name))('%s', (name) => {
    const isWalked = walked.some((address) => patternOf(name).test(address))
    expect(isWalked || name in elsewhere || answers.test(name) || once.test(name)).toBe(true)
  })

  it('an exception that is a page again is no exception any more', () => {
    for (const name of Object.keys(elsewhere)) expect(routes.some((route) => route.name === name)).toBe(true)
  })
})
