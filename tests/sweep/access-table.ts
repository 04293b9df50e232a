import type { NameInTestdam } from '../people-of-testdam'

// `resident` owns all that is laid out; `neighbour` is the resident who does not.
export const everybody = [
  'anybody',
  'resident',
  'neighbour',
  'handler',
  'northHandler',
  'newcomer',
  'oversight',
  'administrator',
] as const satisfies readonly (NameInTestdam | 'anybody')[]
export type Who = (typeof everybody)[number]
/** A status; or where the answer leads, by its beginning. `sign-in` leads there and back. */
export type Said = number | string
export type Expected = Partial<Record<Who, Said>> & { others: Said }
export type Row = {
  path: string
  get: Expected | null
  post: Expected | null
  /** Who is shown the name or the address of the owner, besides the owner: it is their work. */
  showsOwnerTo?: readonly Who[]
  /** For whom the form changes nothing though they are not refused: a look, or a step that they cannot take here. */
  changesNothing?: readonly Who[]
}

const row = (path: string, get: Expected | null, post: Expected | null = null, more: Partial<Row> = {}): Row => ({
  path,
  get,
  post,
  ...more,
})

// Who is let in. Whoever is not named falls under `others`.
const all = (said: Said = 200): Expected => ({ others: said })
const admin = { administrator: 200, anybody: 'sign-in', others: 403 }
const adminDoes = (to: Said, anybody: Said = 'sign-in') => ({ administrator: to, anybody, others: 403 })
const overseer = { oversight: 200, anybody: 'sign-in', others: 403 }
const rules = { ...admin, oversight: 200 }
const resident = { resident: 200, neighbour: 200, anybody: 'sign-in', others: 403 }
const residentDoes = (to: Said) => ({ resident: to, neighbour: to, anybody: 'sign-in', others: 403 })
const residentElse = (to: Said) => ({ resident: 200, neighbour: 200, anybody: 'sign-in', others: to })
const staff = { anybody: 'sign-in', resident: '/me', neighbour: '/me', others: 200 }
// Testdam's officers came by another way than by password: nothing to change here.
const staffOfDemo = { ...staff, others: '/me/account' }
const officer = { anybody: 401, handler: 200, northHandler: 200, newcomer: 200, others: 403 }
// The case is in the south: one officer may read and answer it, one only works in the north, one has no mandate.
const onCase = { anybody: 401, handler: 200, others: 403 }
const onCaseDoes = (act: string) => ({ anybody: 401, handler: `/desk/cases/{ref}?done=${act}`, others: 403 })
const caseAct = (act: string) => row(`/desk/cases/{ref}/${act}`, null, onCaseDoes(act))
// Overseers and administrators report nothing under their function.
const reporter = (said: Said = 200) => ({ oversight: 403, administrator: 403, others: said })
const step = (name: string, get: Said, post: Said) => row(`/issues/new/${name}`, reporter(get), reporter(post))
const begin = '/issues/new/place?again'
const follower = { anybody: '/follow/asked', resident: '/follow/started', neighbour: '/follow/started', others: 403 }

/** What each address answers to whom. Every route that loads or acts stands here; the test fails for one that does not. */
export const access: Record<string, Row> = {
  $: row('/there-is-no-such-page', all(404), all(404)),
  '[.]well-known.security[.]txt': row('/.well-known/security.txt', all()),
  _index: row('/', all()),
  accessibility: row('/accessibility', all()),
  contact: row('/contact', all()),
  'feeds.issues[.]atom': row('/feeds/issues.atom', all()),
  'issues.$ref._index': row('/issues/{ref}', all()),
  'issues.$ref.feed[.]atom': row('/issues/{ref}/feed.atom', all()),
  'issues._index': row('/issues', all()),
  'issues.kinds': row('/issues/kinds', all()),
  'map.clusters.$': row('/map/clusters/13/4207/2691.json', all()),
  'map.still.$': row('/map/still/1.1/light/card/16/52.37520,4.90030.png', all()),
  'map.tiles.$': row('/map/tiles/1.1/light/14/8415/5383.png', all()),
  'places[.]json': row('/places.json?q=kerk', all()),
  'problems.$type': row('/problems/not-your-role', all()),
  'register._index': row('/register', all()),
  'register.activities.$id.versions.$n': row('/register/activities/maintain-public-space/versions/1', all()),
  'register[.]json': row('/register.json', all()),
  'theme[.]css': row('/theme.css', all()),
  'words.$language.$version': row('/words/en/1?areas=ui', all()),

  'issues.new._index': row('/issues/new?index', reporter('/issues/new/place'), reporter('/issues/new/place'), {
    changesNothing: everybody,
  }),
  'issues.new.call.$category': row('/issues/new/call/gas-smell', reporter()),
  'issues.new.category': step('category', begin, '/issues/new/nearby'),
  // The officer of another kind is not let in, and finds the form at its start.
  'issues.new.check': row(
    '/issues/new/check',
    reporter(begin),
    { ...reporter('/receipts/'), newcomer: begin },
    { changesNothing: ['newcomer'] },
  ),
  'issues.new.contact': step('contact', begin, '/issues/new/check'),
  'issues.new.details': row('/issues/new/details', reporter(begin), reporter(begin), { changesNothing: everybody }),
  'issues.new.nearby': step('nearby', begin, '/issues/new/details'),
  'issues.new.photos.$name': row('/issues/new/photos/not-of-this-draft', all(404)),
  'issues.new.photos._index': step('photos', begin, '/issues/new/contact'),
  'issues.new.place': step('place', 200, '/issues/new/category'),
  // Officers add a voice for somebody who calls, within their mandate; the owner has reported this one.
  'issues.$ref_.me-too': row('/issues/{ref}/me-too', reporter(), {
    anybody: '/receipts/',
    neighbour: '/receipts/',
    handler: '/receipts/',
    resident: 409,
    others: 403,
  }),
  'issues.$ref_.follow': row('/issues/{ref}/follow', all(), follower, { changesNothing: ['resident'] }),
  'follow._index': row('/follow', all(), follower),
  'follow.asked': row('/follow/asked', all()),
  'follow.started': row('/follow/started', all()),
  // Whoever holds one of these links may use it, signed in or not: it came to the owner's mailbox and to nobody else.
  'follow.confirm.$token': row('/follow/confirm/{followConfirm}', all(), all()),
  'follow.end.$token._index': row('/follow/end/{followEnd}', all(), all()),
  'follow.end.$token.by-mail': row('/follow/end/{followEnd}/by-mail', all('/follow/end/{followEnd}'), all(204)),
  'photos.$id': row('/photos/{photo}', all(404)),
  'receipts.$id': row('/receipts/{receipt}', all(), reporter('/receipts/{receipt}?added')),

  'sign-in._index': row('/sign-in', all(), all('/sign-in/sent')),
  'sign-in.demo': row('/sign-in/demo', null, all(404)),
  'sign-in.invite.$token._index': row('/sign-in/invite/{invite}', all(), all('/sign-in/invite/{invite}/phone')),
  'sign-in.invite.$token.phone': row(
    '/sign-in/invite/{invite}/phone',
    all('/sign-in/invite/{invite}'),
    all('/sign-in/invite/{invite}'),
    { changesNothing: everybody },
  ),
  // In another browser than the one that asked it does not open.
  'sign-in.link.$token': row('/sign-in/link/{signIn}', all(), all(410)),
  'sign-in.sent': row('/sign-in/sent', all()),
  'sign-in.staff._index': row('/sign-in/staff', all(), all(422)),
  'sign-in.staff.code': row('/sign-in/staff/code', all('/sign-in/staff'), all('/sign-in/staff'), {
    changesNothing: everybody,
  }),
  'sign-out': row('/sign-out', all(), all('/sign-out'), { changesNothing: ['anybody'] }),

  'me._index': row('/me', residentElse('/me/account')),
  'me.account': row('/me/account', staff),
  'me.details': row('/me/details', resident, residentDoes('/me?changed')),
  'me.export': row('/me/export', resident),
  'me.follows.end': row('/me/follows/end', null, { ...residentDoes('/me'), neighbour: 404 }),
  'me.language': row('/me/language', null, residentDoes('/me?changed')),
  'me.looked': row('/me/looked', residentElse('/me/account')),
  'me.new-codes': row('/me/new-codes', staffOfDemo, staffOfDemo, { changesNothing: everybody }),
  'me.recovery-codes': row('/me/recovery-codes', { anybody: 401, resident: 403, neighbour: 403, others: 404 }),
  'me.security': row('/me/security', staffOfDemo, staffOfDemo, { changesNothing: everybody }),
  'me.sessions': row(
    '/me/sessions',
    { anybody: 'sign-in', others: 200 },
    { anybody: 'sign-in', others: '/me/sessions' },
  ),

  'desk._index': row('/desk', { ...onCase, northHandler: 200 }),
  'desk.acknowledge': row(
    '/desk/acknowledge?ref={ref}',
    { ...onCase, northHandler: '/desk' },
    { ...onCase, northHandler: '/desk' },
    { changesNothing: ['northHandler'] },
  ),
  'desk.cases.$ref': row('/desk/cases/{ref}', onCase),
  'desk.cases.$ref.acknowledge': caseAct('acknowledge'),
  'desk.cases.$ref.ask': caseAct('ask'),
  'desk.cases.$ref.assign': row('/desk/cases/{freeRef}/assign', onCase, {
    ...onCaseDoes('assign'),
    handler: '/desk/cases/{freeRef}?done=assign',
  }),
  'desk.cases.$ref.close': row('/desk/cases/{ref}/close', onCase, onCaseDoes('close')),
  'desk.cases.$ref.interest': caseAct('interest'),
  'desk.cases.$ref.move': row('/desk/cases/{ref}/move', onCase, onCaseDoes('move')),
  'desk.cases.$ref.note': caseAct('note'),
  'desk.cases.$ref.plan': caseAct('plan'),
  'desk.cases.$ref.release': caseAct('release'),
  'desk.cases.$ref.take': row('/desk/cases/{freeRef}/take', null, {
    ...onCaseDoes('take'),
    handler: '/desk/cases/{freeRef}?done=take',
  }),
  'desk.cases.$ref.update': caseAct('update'),
  'desk.cases.$ref.waive': caseAct('waive'),
  'desk.cases.$ref_.contact': row('/desk/cases/{ref}/contact', officer, onCase, {
    showsOwnerTo: ['handler'],
    changesNothing: everybody,
  }),
  // In an emergency any officer, with a reason: oversight looks at every single time.
  'desk.cases.$ref_.contact_.emergency': row('/desk/cases/{ref}/contact/emergency', officer, officer, {
    showsOwnerTo: ['handler', 'northHandler', 'newcomer'],
    changesNothing: everybody,
  }),
  // The act behind it is the one of the public form, so residents who send it report something themselves.
  'desk.intake': row('/desk/intake', officer, {
    ...reporter('/desk/intake?taken='),
    anybody: 422,
    newcomer: 403,
  }),
  'desk.intake_.again': row('/desk/intake/again?ref={ref}', officer, {
    anybody: 422,
    resident: 409,
    neighbour: '/desk/intake?taken={ref}',
    handler: '/desk/intake?taken={ref}',
    others: 403,
  }),

  'admin._index': row('/admin', admin),
  'admin.categories._index': row('/admin/categories', admin, adminDoes('/admin/categories?changed=1')),
  'admin.categories.new': row('/admin/categories/new', admin, adminDoes('/admin/categories/bench')),
  'admin.categories.$key._index': row(
    '/admin/categories/graffiti',
    admin,
    adminDoes('/admin/categories/graffiti?kept='),
  ),
  'admin.categories.$key.history': row('/admin/categories/graffiti/history', rules),
  ...questionRows('/admin/categories/graffiti/questions'),
  'admin.changes._index': row('/admin/changes', admin),
  'admin.changes.$id._index': row('/admin/changes/{changeId}', admin),
  'admin.changes.$id.approve': row('/admin/changes/{changeId}/approve', null, adminDoes('/admin/changes?done=', 401)),
  'admin.changes.$id.decline': row('/admin/changes/{changeId}/decline', null, adminDoes('/admin/changes?done=', 401)),
  'admin.changes.$id.withdraw': row(
    '/admin/changes/{ownChangeId}/withdraw',
    null,
    adminDoes('/admin/changes?done=', 401),
  ),
  'admin.imports': row('/admin/imports', admin),
  'admin.jobs._index': row('/admin/jobs', admin),
  'admin.jobs.dismiss': row('/admin/jobs/dismiss', null, adminDoes('/admin/jobs?done=dismissed', 401)),
  'admin.jobs.retry': row('/admin/jobs/retry', null, adminDoes('/admin/jobs?done=retried', 401)),
  'admin.mailbox._index': row('/admin/mailbox', admin),
  // Passing on a letter that does not arrive is an administrator's work; the reader sees that it was opened.
  'admin.mailbox.$mailId': row('/admin/mailbox/{mailId}', admin, adminDoes('/admin/mailbox'), {
    showsOwnerTo: ['administrator'],
  }),
  'admin.people._index': row('/admin/people', admin),
  'admin.people.invite': row('/admin/people/invite', admin, adminDoes('/admin/people/')),
  'admin.people.$id._index': row('/admin/people/{staffId}', admin),
  'admin.people.$id.access': row('/admin/people/{staffId}/access', admin),
  'admin.people.$id.disable': row('/admin/people/{staffId}/disable', admin, adminDoes('/admin/people/{staffId}?done=')),
  'admin.people.$id.enable': row('/admin/people/{goneId}/enable', admin, adminDoes('/admin/people/{goneId}?done=')),
  'admin.people.$id.invite-again': row(
    '/admin/people/{staffId}/invite-again',
    null,
    adminDoes('/admin/people/{staffId}?done=', 401),
  ),
  'admin.people.$id.mandate': row('/admin/people/{staffId}/mandate', admin, adminDoes('/admin/people/{staffId}?done=')),
  'admin.people.$id.revoke': row(
    '/admin/people/{staffId}/revoke?mandate={mandate}',
    admin,
    adminDoes('/admin/people/{staffId}?done='),
  ),
  'admin.settings._index': row('/admin/settings', admin, adminDoes('/admin/settings?')),
  'admin.settings.history': row('/admin/settings/history', rules),
  'admin.settings.look': row('/admin/settings/look', admin, adminDoes('/admin/settings/look?')),
  'admin.settings.wordings': row('/admin/settings/wordings', admin, adminDoes('/admin/settings/wordings?')),

  'oversight._index': row('/oversight', overseer),
  'oversight.days': row('/oversight/days', overseer),
  'oversight.entries._index': row('/oversight/entries', overseer),
  'oversight.entries.$id': row('/oversight/entries/{entry}', overseer),
  'oversight.entries[.]csv': row('/oversight/entries.csv', overseer),
  'oversight.issues._index': row('/oversight/issues', overseer),
  'oversight.issues.$ref': row('/oversight/issues/{ref}', overseer),
  'oversight.rules': row('/oversight/rules', overseer),
}

function questionRows(at: string): Record<string, Row> {
  return {
    'admin.categories.$key.questions._index': row(at, admin, adminDoes(`${at}?kept=`)),
    'admin.categories.$key.questions.$question': row(`${at}/new`, admin, adminDoes(at)),
    'admin.categories.$key.questions.discard': row(`${at}/discard`, null, adminDoes(at, 401)),
    'admin.categories.$key.questions.move': row(`${at}/move`, null, adminDoes(at, 401)),
    'admin.categories.$key.questions.remove': row(`${at}/remove`, null, adminDoes(at, 401)),
  }
}
