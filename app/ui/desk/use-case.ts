import { useOutletContext } from '@remix-run/react'
import type { CaseHere } from './case-page'

/** The case around a form: its version, its reporters' language, what the reader may do. */
export const useCase = () => useOutletContext<CaseHere>()
