import type { Task } from '~/platform/jobs.server'
import { theSystem } from '~/safeguards/door/actor.server'
import { enterAs } from '~/safeguards/door.server'
import { dropLetter } from './drop-letter.server'
import { sendAccountLetter, sendAnswer, sendNews, sendOversightLetter, sendStaffLetter } from './send-letter.server'
import type { LetterTask } from './templates'

const senders = {
  'letter.send': sendAnswer,
  'letter.send-news': sendNews,
  'letter.send-account': sendAccountLetter,
  'letter.send-staff': sendStaffLetter,
  'letter.send-oversight': sendOversightLetter,
} satisfies Record<LetterTask, unknown>

/** The queued work of letters: each kind enters by its own interaction. A letter that was refused for good is put away. */
export const letterTasks = Object.fromEntries(
  Object.entries(senders).map(([task, interaction]) => [task, (payload) => send(interaction, payload)]),
) as Record<LetterTask, Task>

async function send(interaction: (typeof senders)[LetterTask], payload: Record<string, unknown>) {
  const outcome = await enterAs(interaction, theSystem, payload)
  if (outcome.ok) return
  // A safeguard said no: asking again would give the same answer and the same record.
  if (outcome.problem.type === 'refused-by-safeguard') {
    const dropped = await enterAs(dropLetter, theSystem, payload)
    if (dropped.ok) return
  }
  throw outcome.problem
}
