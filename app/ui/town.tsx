import { createContext, useContext } from 'react'

/** What every page knows about the town, its reader and the time. `now` is the server's clock, so both sides agree. */
export type TownHere = {
  name: string
  timezone: string
  languages: readonly string[]
  /** Rises with every change of settings and import; addresses of tiles and the style sheet carry it. */
  version: number
  bounds: readonly [number, number, number, number] | null
  attribution: string
  title: string
  lead: string
  contact: { email: string; phone: string; address: string; hours: string }
  now: string
  viewer: { role: string; isSignedIn: boolean; jobTitle: string | null }
  isDemo: boolean
}

const TownContext = createContext<TownHere | null>(null)
export const TownProvider = TownContext.Provider

/** The town of this page. */
export function useTown(): TownHere {
  const town = useContext(TownContext)
  if (!town) throw new Error('useTown needs a TownProvider above it')
  return town
}
