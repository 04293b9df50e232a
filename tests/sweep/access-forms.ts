import { goodDecision } from '~/interactions/cases/case.fixture'
import type { Things } from './access-things'

/** Forms that would be accepted from somebody who may send them: `{thing}` stands for one of what is laid out. */
const notice = { noticeVersion: '1', noticeLanguage: 'en' }
const reason = { reason: 'The crews asked for this change.' }
const onFinding = { version: '{findingVersion}', text: 'It was needed for the report.' }
const onCase = { version: '{version}', language: 'en' }
const days = (many: number) => new Date(Date.now() + many * 86_400_000).toISOString().slice(0, 10)
const report = {
  lat: '52.3752',
  lng: '4.9003',
  category: 'street-light',
  description: 'The lamp beside the bench is out.',
  'answers.trouble': 'off',
  ...notice,
}
const passwords = { password: 'wrong horse', newPassword: 'a lamp beside the bench', code: '123456' }
const graffiti = { 'version.graffiti': '{graffitiVersion}', 'name.graffiti': 'Paint', 'choosable.graffiti': 'yes' }

export const forms: Record<string, Record<string, string>> = {
  $: {},
  'admin.categories.$key._index': {
    version: '{graffitiVersion}',
    'name.en': 'Graffiti on a wall',
    groupKey: 'cleaning',
    pictogram: '',
    department: 'Cleaning',
    radiusM: '50',
    serviceDays: '',
    serviceDayKind: 'working',
    isChoosable: 'yes',
    ...reason,
  },
  'admin.categories.$key.questions.$question': { type: 'yes-no', 'label.en': 'Is it high up?' },
  'admin.categories.$key.questions._index': reason,
  'admin.categories.$key.questions.discard': {},
  'admin.categories.$key.questions.move': { question: 'is-it-big', way: 'up' },
  'admin.categories.$key.questions.remove': { question: 'is-it-big' },
  'admin.categories._index': { language: 'en', ...graffiti, ...reason },
  'admin.categories.new': { 'name.en': 'Bench', groupKey: 'streets', ...reason },
  'admin.changes.$id.approve': { version: '1' },
  'admin.changes.$id.decline': { version: '1', ...reason },
  'admin.changes.$id.withdraw': { version: '1' },
  'admin.jobs.dismiss': { job: '{job}' },
  'admin.jobs.retry': { job: '{job}' },
  'admin.mailbox.$mailId': {},
  'admin.people.$id.disable': reason,
  'admin.people.$id.enable': reason,
  'admin.people.$id.invite-again': {},
  'admin.people.$id.mandate': { acts: 'answer', from: days(0), until: days(9), ground: 'Mandate decree of 2026' },
  'admin.people.$id.revoke': { mandate: '{mandate}', ...reason },
  'admin.people.invite': {
    name: 'Ina New',
    email: 'i.new@testdam.example',
    role: 'civil-servant',
    jobTitle: 'Trainee',
    language: 'en',
  },
  'admin.settings._index': {
    version: '{townVersion}',
    'title.en': 'Reports of {ref}',
    termDays: '42',
    answerDays: '30',
    ...reason,
  },
  'admin.settings.look': { version: '{townVersion}', 'light.ink': '#101010', ...reason },
  'admin.settings.wordings': { language: 'en', word: 'sign-in.title', wording: 'Come in', ...reason },
  'desk.acknowledge': { case: '{ref} {version}', language: 'en', text: '' },
  'desk.cases.$ref.acknowledge': { ...onCase, text: '' },
  'desk.cases.$ref.ask': { ...onCase, text: 'Which bench is it?' },
  'desk.cases.$ref.assign': { version: '{freeVersion}', assigneeId: '{handlerId}' },
  'desk.cases.$ref.close': { ...onCase, ...goodDecision },
  'desk.cases.$ref.interest': {
    version: '{version}',
    kind: 'property',
    outcome: 'open',
    text: 'My house is beside it.',
  },
  'desk.cases.$ref.move': { ...onCase, categoryKey: 'graffiti', areaKey: 'south', text: 'It is paint.' },
  'desk.cases.$ref.note': { text: 'Ask the crew.' },
  'desk.cases.$ref.plan': { ...onCase, plannedFor: days(7), text: '' },
  'desk.cases.$ref.release': { version: '{version}' },
  'desk.cases.$ref.take': { version: '{freeVersion}' },
  'desk.cases.$ref.update': { ...onCase, text: 'The crew comes on Monday.' },
  'desk.cases.$ref.waive': {
    declarationId: '{declaration}',
    declaredAt: '{declaredAt}',
    text: 'It is a small matter.',
  },
  'desk.cases.$ref_.contact': { reportId: '{reportId}', purposeOfUse: 'handle-report' },
  'desk.cases.$ref_.contact_.emergency': {
    reportId: '{reportId}',
    category: 'danger',
    reason: 'The hole is open and somebody may fall into it.',
  },
  'desk.findings.$id': { version: '{findingVersion}', text: 'I called about the hole.' },
  'desk.intake': { ...report, channel: 'phone' },
  'desk.intake_.again': { channel: 'phone', description: 'It is still there.', ...notice },
  'follow._index': { area: 'north', email: 'reader.{ref}@residents.example', stamp: '{followStamp}', ...notice },
  'follow.confirm.$token': {},
  'follow.end.$token._index': {},
  'follow.end.$token.by-mail': { 'List-Unsubscribe': 'One-Click' },
  'issues.$ref_.follow': { email: 'reader.{ref}@residents.example', stamp: '{followStamp}', ...notice },
  'issues.$ref_.me-too': { stamp: '{meTooStamp}', ...notice },
  'issues.new._index': {},
  'issues.new.category': { category: 'street-light' },
  'issues.new.check': { ...report, stamp: '{reportStamp}' },
  'issues.new.contact': notice,
  'issues.new.details': { 'answers.trouble': 'off', description: 'It is out.' },
  'issues.new.nearby': {},
  'issues.new.photos._index': {},
  'issues.new.photos.keep-place': {},
  'issues.new.place': { point: '{point}' },
  'me.details': { name: 'Iris de Wit', phone: '+31 20 555 0199' },
  'me.follows.end': { followId: '{followId}' },
  'me.language': { language: 'es' },
  'me.looked': { lineId: '{lineId}', question: 'Why was this opened?', ...notice },
  'me.new-codes': passwords,
  'me.security': passwords,
  'me.sessions': { sessionId: 'others' },
  'oversight.exceptions._index': {
    entryId: '{lookEntry}',
    legalGround: 'GDPR 23(1)(d)',
    until: days(9),
    text: 'An investigation runs.',
  },
  'oversight.exceptions.$id.approve': {},
  'oversight.findings.$id.answer': onFinding,
  'oversight.findings.$id.ask': { ...onFinding, askedTo: 'person' },
  'oversight.findings.$id.assign': { ...onFinding, officerId: '{officerId}' },
  'oversight.findings.$id.close': { ...onFinding, verdict: 'justified' },
  'oversight.findings.$id.publish': { ...onFinding, language: 'en' },
  'receipts.$id_.looked': { lineId: '{lineId}', question: 'Why was this opened?', ...notice },
  'receipts.$id': { description: 'It is still there.', ...notice },
  'sign-in._index': { email: 'reader.{ref}@residents.example', ...notice },
  'sign-in.demo': { personId: '{ownerId}' },
  'sign-in.invite.$token._index': { password: 'a lamp beside the bench' },
  'sign-in.invite.$token.phone': { code: '123456' },
  'sign-in.link.$token': {},
  'sign-in.staff._index': { email: 'h.devries@testdam.example', password: 'wrong horse' },
  'sign-in.staff.code': { code: '123456' },
  'sign-out': {},
  'verify._index': { text: '{"v":1}' },
}

/** A form as it is sent, with the things of this town in it. */
export const filled = (form: Record<string, string>, things: Things): Record<string, string> =>
  Object.fromEntries(Object.entries(form).map(([name, value]) => [name, fill(value, things)]))

export const fill = (text: string, things: Things): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(things[name as keyof Things] ?? `no ${name}`))
