/** What a receipt can and cannot show, in the order of the table that the ledger was built to. */
export const limits = ['unchanged', 'same', 'logged', 'mine', 'all', 'figures'] as const
