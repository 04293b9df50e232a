import type { AnyInteraction } from '~/safeguards/interaction.server'
import { dropLetter } from './drop-letter.server'
import { openLetter } from './open-letter.server'
import { retryLetter } from './retry-letter.server'
import { seeMailbox } from './see-mailbox.server'
import { sendAccountLetter, sendAnswer, sendNews, sendOversightLetter, sendStaffLetter } from './send-letter.server'

/** Every way in which a letter leaves, one for each ground, and what an administrator does with those that did not. */
export const letterInteractions: readonly AnyInteraction[] = [
  sendAnswer,
  sendNews,
  sendAccountLetter,
  sendStaffLetter,
  sendOversightLetter,
  dropLetter,
  seeMailbox,
  openLetter,
  retryLetter,
]
