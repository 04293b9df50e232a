import type { z } from 'zod'
import type { Tx } from '~/platform/db.server'
import type { Facts } from '../check'
import type { HandlerContext, Recorded } from '../interaction.server'
import { activityOf } from '../lawfulness/processing-activities'

/** All that the checks may know about this act: what is declared, what is known here, what the interaction adds. */
export async function gatherFacts<Input extends z.ZodType, Value>(
  interaction: Recorded<Input, Value>,
  context: HandlerContext<z.output<Input>>,
): Promise<Facts> {
  const { actor, now } = context
  const { mandateFor, ...added } = (await interaction.facts?.(context)) ?? {}
  const decides = interaction.mandate === 'decide' && interaction.touches.decision !== undefined
  const needsMandate = interaction.mandate && actor.role === 'civil-servant'
  return {
    interaction: interaction.name,
    touches: interaction.touches,
    legalBasis: interaction.legalBasis,
    now,
    actor: { id: actor.id, role: actor.role },
    activity: activityOf(interaction.purpose),
    ...(decides && { record: await recordNow(context.tx) }),
    ...added,
    ...(interaction.mandate &&
      needsMandate && {
        mandate: {
          act: interaction.mandate,
          category: mandateFor?.category ?? null,
          area: mandateFor?.area ?? null,
          held: actor.mandates,
        },
      }),
  }
}

async function recordNow(tx: Tx): Promise<Facts['record']> {
  const [health] = await tx.$queryRaw<{ trouble: 'broken' | 'fork' | null }[]>`SELECT trouble FROM ledger_health`
  return health
}
