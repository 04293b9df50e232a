import { lastMomentOf } from '~/interactions/issues/issue.input'
import { defineInteraction } from '~/safeguards/door.server'
import type { HandlerContext } from '~/safeguards/interaction.server'
import { noticeFact } from '../accounts/notice-shown.input'
import type { Answer } from '../categories/answers'
import { placeWords } from '../places/place-words.server'
import { type Town, townOf } from '../town/town.server'
import { answersOrProblem } from './answers-or-problem.server'
import { type CategoryAsked, categoryAsked } from './category-asked.server'
import { channelOf } from './channel'
import { markSent, readDraft } from './drafts/draft-box.server'
import { dueAtOf } from './due'
import { checkSender } from './human-check.server'
import { writeToReporter } from './letters-to-reporter.server'
import { type KeptPhoto, keepPhotos, keepPhotosOfDraft } from './photo-files.server'
import { CallInstead, NotChoosable } from './problems'
import { type ReportIssueInput, reportIssueInput } from './report-issue.input'
import { reporterOf } from './reporter.server'
import { areaInTown } from './where.server'
import { writeIssue } from './write-report.server'

/** Somebody tells the town that something in public space needs care: themselves, or through a civil servant on the phone or at the desk. */
export const reportIssue = defineInteraction({
  name: 'issue.report',
  input: reportIssueInput,
  roles: ['resident', 'civil-servant'],
  purpose: 'maintain-public-space',
  legalBasis: 'A6-1-e-public-interest',
  ictRole: 'instrumental',
  phase: 'co-deliver',
  values: ['responsive', 'performing'],
  mandate: 'report-for-resident',
  limit: { times: 60, perSeconds: 3600 },
  effect: 'write',
  touches: {
    report: ['description', 'answers', 'location'],
    photo: ['picture'],
    contact: ['name', 'email', 'phone'],
    issue: ['place', 'category'],
  },

  async facts(context) {
    const { input } = context
    const { area, texts } = await understood(context)
    const noticeShown = noticeFact(input)
    return {
      collectsFromPerson: true,
      ...(noticeShown && { noticeShown }),
      freeText: texts,
      keptSensitiveText: input.privacy === 'keep',
      mandateFor: { category: input.category, area },
    }
  },

  async handle(context) {
    const { input, actor, tx, now, after, address } = context
    checkSender('report', input, { address, now, actor })
    const { town, category, area, texts, answers } = await understood(context)
    const language = input.letterLanguage ?? context.language
    const reporter = await reporterOf({ tx, now, actor, language }, input)
    const photos = await photosOf(input, context)
    const dueAt = dueAtOf(town, category, now)
    const { lat, lng } = input
    const place = await placeWords(tx, lat, lng)

    const issue = { refPrefix: town.refPrefix, category: category.key, place, lat, lng, area, dueAt }
    const { issueId, reportId, ref } = await writeIssue(tx, issue, {
      personId: reporter.personId,
      enteredBy: actor.role === 'civil-servant' ? actor.id : null,
      channel: channelOf(context),
      language,
      description: texts.description ?? '',
      answers,
      categoryVersion: category.version,
      lat,
      lng,
      area,
      isMeToo: false,
      isNamePublic: input.isNamePublic && reporter.hasName,
      mayShareContact: input.mayShareContact && reporter.personId !== null,
      noticeVersion: input.noticeVersion ?? null,
      photos,
      arePhotosPublic: !town.settings.photosNeedLook,
      reportedAt: now,
    })
    if (input.draftToken) await markSent(tx, input.draftToken, reportId, now)
    // Whoever follows this area or kind of issue hears of it.
    after('follow.tell', { issueId }, { key: `follow.tell:${issueId}` })
    const letter = { issueId, reportId, language, wantsNews: input.wantsNews, values: { due: lastMomentOf(dueAt) } }
    await writeToReporter({ tx, after, now }, reporter, letter)
    return {
      ref,
      reportId,
      area,
      personId: reporter.personId,
      category: category.key,
      photoCount: photos.length,
      channel: channelOf(context),
    }
  },

  about: (_, { ref, area, personId, category, photoCount, channel }, actor) => ({
    object: { type: 'issue', ref },
    area,
    subjects: personId ? [personId] : [],
    facts: { category, photos: photoCount, me_too: false },
    channel,
    isAssisted: actor.role === 'civil-servant' && channel !== 'staff',
  }),
})

type Context = HandlerContext<ReportIssueInput>
type Understood = {
  town: Town
  category: CategoryAsked
  area: string | null
  answers: Answer[]
  texts: Record<string, string>
}

// Checks and handler look at the same facts; one act reads them once.
const known = new WeakMap<ReportIssueInput, Promise<Understood>>()

function understood(context: Context): Promise<Understood> {
  const before = known.get(context.input)
  if (before) return before
  const now = understand(context)
  known.set(context.input, now)
  return now
}

async function understand({ input, tx, now, language }: Context): Promise<Understood> {
  const town = await townOf(tx)
  const category = await categoryAsked(tx, input.category)
  if (!category?.isChoosable) throw new NotChoosable()
  if (category.isEmergency) throw new CallInstead({ category: category.key })
  const area = await areaInTown(tx, town, input)
  const { answers, texts } = answersOrProblem(category.questions, input, { now, timezone: town.timezone, language })
  return { town, category, area, answers, texts }
}

async function photosOf({ draftToken, files }: ReportIssueInput, { tx, now }: Context): Promise<KeptPhoto[]> {
  const draft = await readDraft(tx, draftToken, now)
  const kept = draft && draftToken ? await keepPhotosOfDraft(draftToken, draft.photos) : []
  return [...kept, ...(await keepPhotos(files))].slice(0, 3)
}
