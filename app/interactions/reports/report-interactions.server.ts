import type { AnyInteraction } from '~/safeguards/interaction.server'
import { forgetDraft } from './drafts/forget-draft.server'
import { keepCategory } from './drafts/keep-category.server'
import { keepContact } from './drafts/keep-contact.server'
import { keepDetails } from './drafts/keep-details.server'
import { keepOther } from './drafts/keep-other.server'
import { keepOwnPlace } from './drafts/keep-own-place.server'
import { keepPhotosInDraft } from './drafts/keep-photos.server'
import { keepPlace } from './drafts/keep-place.server'
import { showCategory } from './form/show-category.server'
import { showCheck } from './form/show-check.server'
import { showContact } from './form/show-contact.server'
import { showDetails } from './form/show-details.server'
import { showEmergency } from './form/show-emergency.server'
import { showMeToo } from './form/show-me-too.server'
import { showNearby } from './form/show-nearby.server'
import { showDraftPhoto, showPhotos } from './form/show-photos.server'
import { showPlaceStep } from './form/show-place-step.server'
import { showStart } from './form/show-start.server'
import { meToo } from './me-too.server'
import { openPhoto } from './photos/open-photo.server'
import { showPhoto } from './photos/show-photo.server'
import { sweepFiles } from './photos/sweep-files.server'
import { addToReport } from './receipts/add-to-report.server'
import { readReceipt } from './receipts/read-receipt.server'
import { seeLookedByReceipt } from './receipts/see-looked.server'
import { reportIssue } from './report-issue.server'

/** Reporting an issue, from the first page of the form to the receipt. */
export const reportInteractions: readonly AnyInteraction[] = [
  reportIssue,
  meToo,
  readReceipt,
  addToReport,
  seeLookedByReceipt,
  showPhoto,
  openPhoto,
  showStart,
  showPlaceStep,
  showCategory,
  showEmergency,
  showNearby,
  showDetails,
  showPhotos,
  showDraftPhoto,
  showContact,
  showCheck,
  showMeToo,
  keepPlace,
  keepCategory,
  keepOther,
  keepDetails,
  keepPhotosInDraft,
  keepOwnPlace,
  keepContact,
  forgetDraft,
  sweepFiles,
]
