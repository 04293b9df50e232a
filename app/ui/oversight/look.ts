import { useSearchParams } from '@remix-run/react'

/** What an officer may say they look for; the first is meant when nothing is said (interactions/oversight). */
export const lookPurposes = ['review-decisions', 'review-access', 'answer-access-request'] as const

/** The purpose of this look, and addresses that carry it along: it is named once and stands on each record. */
export function useLook() {
  const [params] = useSearchParams()
  const asked = params.get('purpose') ?? ''
  const purpose = (lookPurposes as readonly string[]).includes(asked) ? asked : lookPurposes[0]
  const to = (path: string): string => {
    if (purpose === lookPurposes[0]) return path
    return `${path}${path.includes('?') ? '&' : '?'}purpose=${purpose}`
  }
  return { purpose, to }
}
