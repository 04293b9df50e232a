/** How a case can touch a civil servant personally. */
export const interestKinds = ['reporter', 'relation', 'property', 'involved-before', 'lives-in-area'] as const
