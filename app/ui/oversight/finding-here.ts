import { useOutletContext } from '@remix-run/react'

export type StaffShown = { label: string; jobTitle: string }

/** What the page of a finding knows, as its loader sends it, with the hidden key for whichever form is sent next. */
export type FindingHere = {
  finding: {
    id: string
    number: number
    kind: string
    version: number
    state: string
    aboutType: string
    aboutRef: string
    entryId: string | null
    issueRef: string | null
    department: string | null
    language: string | null
    statistic: Record<string, string | number | boolean> | null
    openedAt: Date
    dueAt: Date
    publishedAt: Date | null
    verdict: string | null
    isOverdue: boolean
    concerned: StaffShown | null
    officer: StaffShown | null
  }
  words: string | null
  acts: readonly {
    id: string
    kind: string
    text: string
    at: Date
    by: StaffShown | null
    to: StaffShown | null
    isAsker: boolean
  }[]
  officers: readonly (StaffShown & { id: string })[]
  canAsk: { person: boolean; unit: boolean }
  isOwn: boolean
  ownId: string | null
  isAboutReader: boolean
  once: string
}

/** The finding that the form stands on. */
export const useFinding = () => useOutletContext<FindingHere>()
