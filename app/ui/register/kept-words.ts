import type { Translate } from '../words'

/** How long data are kept, from an ISO 8601 duration: "5 years", "90 days". Nought means: until what they serve ends. */
export function keptWords(t: Translate, duration: string): string {
  const [, amount, unit] = /^P(\d+)([YD])$/.exec(duration) ?? []
  const n = Number(amount ?? 0)
  if (n === 0) return t('register.kept.until-ended')
  return unit === 'Y' ? t('register.kept.years', { n }) : t('register.kept.days', { n })
}
