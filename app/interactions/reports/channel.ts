import type { Actor } from '~/safeguards/interaction.server'
import type { Channel } from '~/safeguards/vocabulary'

type Way = { actor: Pick<Actor, 'role'>; channel: Channel; input: { channel: 'web' | 'phone' | 'desk' | 'staff' } }

/** How the report reached the town. Only a civil servant says it for somebody else; a resident is where they are. */
export function channelOf({ actor, input, channel }: Way): Channel {
  if (actor.role !== 'civil-servant') return channel
  return input.channel === 'web' ? 'staff' : input.channel
}
