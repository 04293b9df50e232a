import { createContext, useContext } from 'react'
import type { Messages } from './words'

/**
 * Where a page's sentences come from: the server has them at hand, the browser fetches them once and keeps them. They are
 * named by an address that changes with their content, so no page carries its sentences along.
 */
export const WordsSource = createContext<(address: string) => Messages>(() => ({}))

export const useMessagesAt = (address: string): Messages => useContext(WordsSource)(address)
