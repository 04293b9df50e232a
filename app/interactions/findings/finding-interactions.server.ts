import type { AnyInteraction } from '~/safeguards/interaction.server'
import { approveException } from '../look-exceptions/approve-exception.server'
import { listExceptions } from '../look-exceptions/list-exceptions.server'
import { proposeException } from '../look-exceptions/propose-exception.server'
import { answerFinding } from './answer-finding.server'
import { askUnit } from './ask-unit.server'
import { assignFinding } from './assign-finding.server'
import { closeFinding } from './close-finding.server'
import { explainFinding } from './explain-finding.server'
import { listAsked, openAsked } from './list-asked.server'
import { listFindings } from './list-findings.server'
import { listPublished } from './list-published.server'
import { publishFinding } from './publish-finding.server'
import { questionLook, questionLookByReceipt } from './question-look.server'
import { readFinding } from './read-finding.server'
import { reviewBreakGlass } from './review-break-glass.server'

/** What happens to a finding, in the order in which it goes through people's hands. */
export const findingInteractions: readonly AnyInteraction[] = [
  questionLook,
  questionLookByReceipt,
  reviewBreakGlass,
  listFindings,
  readFinding,
  assignFinding,
  askUnit,
  listAsked,
  openAsked,
  explainFinding,
  answerFinding,
  publishFinding,
  closeFinding,
  listPublished,
  listExceptions,
  proposeException,
  approveException,
]
