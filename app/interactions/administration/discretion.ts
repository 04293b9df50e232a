import type { Change } from './changes-between'

/** What a proposed change can be about. */
export type RuleKind = 'category' | 'settings'

/**
 * The fields of a change that shift discretion: how long the town gives itself, what is an emergency, what can be reported
 * at all, and where somebody goes who does not agree. One person alone may not decide these (four eyes, I02).
 */
export function discretionIn(kind: RuleKind, changes: readonly Change[]): string[] {
  return changes.filter((change) => shifts[kind](change)).map(({ field }) => field)
}

const shifts: Record<RuleKind, (change: Change) => boolean> = {
  // Switching a category on takes nothing from anybody; switching it off does.
  category: ({ field, after }) =>
    ['serviceDays', 'serviceDayKind', 'isEmergency'].includes(field) || (field === 'isChoosable' && after === false),
  settings: ({ field }) => ['answerDays', 'redress', 'photosNeedLook', 'findingDays'].includes(field),
}
