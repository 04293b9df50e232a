import type { AnyInteraction } from '~/safeguards/interaction.server'

/**
 * Everything that is declared. Loaded when asked for: the register lists the interactions that read it, and a list cannot
 * wait for itself.
 */
export const allInteractions = async (): Promise<readonly AnyInteraction[]> =>
  (await import('../register.server')).interactions
