/** What decisions of the demo rest on. Invented, like everything here; they look like the rules of a town. */
export const grounds = {
  lighting: 'City ordinance on public ways, section 11-6 (lighting); service promise: 10 working days',
  ways: 'City ordinance on public ways, section 11-6 (upkeep of streets and sidewalks)',
  cleaning: 'City sanitary code, section 23-1 (clean streets)',
  stateRoads: 'State law on the upkeep of state roads, chapter 81',
  signals: 'City ordinance on traffic, article 5; service promise: 5 working days',
  signs: 'City ordinance on traffic, article 4; service promise: 10 working days',
} as const
