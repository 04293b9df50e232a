import { createContext, useContext } from 'react'

/** The number of this answer that lets our own scripts run and no others (Content-Security-Policy). Empty in the browser. */
export const NonceContext = createContext<string | undefined>(undefined)
export const useNonce = () => useContext(NonceContext)
