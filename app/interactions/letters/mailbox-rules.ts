import { templateOf } from './templates'

/** What a letter is in now: it leaves soon, it left, it waits here for somebody to hand it over, or nobody could deliver it. */
export const letterStates = ['waiting', 'sent', 'kept', 'failed'] as const

/**
 * Whether an administrator may see the link in a letter. A link that lets somebody in is theirs alone: whoever could read
 * it here could be them. In the demo there is nobody to protect, and it is how one signs in.
 */
export const mayShowLink = (template: string, isDemo: boolean): boolean =>
  isDemo || !templateOf(template)?.hasSecretLink

const secretInAddress = /(\/(?:sign-in\/(?:link|invite)|follow\/(?:confirm|end)|receipts)\/)[^\s"<]+/g

/** A letter without the secrets that stand in its links. */
export const withoutSecrets = (text: string): string => text.replace(secretInAddress, '$1…')
