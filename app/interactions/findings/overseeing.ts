import { oversightReading } from '../oversight/oversight-reading'

/** What every act of oversight on a finding declares: by an officer only, and about the finding alone. */
export const overseeing = { ...oversightReading, effect: 'write', touches: { finding: ['state', 'history'] } } as const
