import type { AnyInteraction } from '~/safeguards/interaction.server'
import { closeCase } from '../decisions/close-case.server'
import { prepareDecision } from '../decisions/prepare-decision.server'
import { acknowledgeCase } from './acknowledge-case.server'
import { askReporter } from './ask-reporter.server'
import { assignCase } from './assign-case.server'
import { breakGlass } from './break-glass.server'
import { declareInterest } from './declare-interest.server'
import { listColleagues } from './list-colleagues.server'
import { listQueue } from './list-queue.server'
import { moveCase } from './move-case.server'
import { openCase } from './open-case.server'
import { openContactDetails } from './open-contact.server'
import { planWork } from './plan-work.server'
import { prepareIntake } from './prepare-intake.server'
import { publishUpdate } from './publish-update.server'
import { releaseCase } from './release-case.server'
import { showChosen } from './show-chosen.server'
import { showContactWay } from './show-contact-way.server'
import { showDestinations } from './show-destinations.server'
import { takeCase } from './take-case.server'
import { waiveInterest } from './waive-interest.server'
import { writeNote } from './write-note.server'

/** What civil servants do at the desk, in the order in which a case goes through their hands. */
export const deskInteractions: readonly AnyInteraction[] = [
  listQueue,
  openCase,
  takeCase,
  listColleagues,
  assignCase,
  releaseCase,
  showChosen,
  acknowledgeCase,
  publishUpdate,
  planWork,
  askReporter,
  writeNote,
  showDestinations,
  moveCase,
  prepareDecision,
  closeCase,
  showContactWay,
  openContactDetails,
  breakGlass,
  declareInterest,
  waiveInterest,
  prepareIntake,
]
