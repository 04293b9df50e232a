import { createContext, useContext } from 'react'
import type { ProblemJson } from '~/platform/problems'

/** What the action said about the form: every field below reads its own error and what the person had typed. */
export const FormProblem = createContext<ProblemJson | null>(null)

/** The element id of a field, the same for its label, its error and the link from the summary. */
export const fieldId = (name: string) => `field-${name.replace(/[^a-zA-Z0-9-]+/g, '-')}`

type Kept = string | string[]

/** The error of one field (a key into the words, with values) and what stood in it when the form came back. */
export function useFieldProblem(name: string): { error?: string; values?: ProblemJson['values']; kept?: Kept } {
  const problem = useContext(FormProblem)
  return { error: problem?.fields?.[name], values: problem?.values, kept: problem?.kept?.[name] }
}

/** One kept answer of a field that takes one. */
export const onlyOne = (kept: Kept | undefined) => (Array.isArray(kept) ? kept[0] : kept)
