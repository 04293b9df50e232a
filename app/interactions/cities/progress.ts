/** How far an import is: which part, and how much of it; null where the end is not known. */
export type Progress = (
  part: 'survey' | 'town' | 'places' | 'reports' | 'repeats',
  done: number,
  all: number | null,
) => void
