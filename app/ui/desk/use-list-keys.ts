import { type KeyboardEvent, useCallback } from 'react'

const steps: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }

/**
 * Keys for a list of links: j and k or the arrows move from row to row, x ticks the row. They work only while the list has
 * the focus, so that they take nothing away from screen readers, speech control or other shortcuts. Enter is the link's own.
 */
export function useListKeys() {
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>('a[data-row]')]
    const row = (event.target as HTMLElement).closest('li')
    const at = links.findIndex((link) => row?.contains(link))
    if (event.key === 'x') {
      row?.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click()
      return
    }
    const step = steps[event.key]
    const next = step === undefined ? undefined : links[at + step]
    if (!next) return
    event.preventDefault()
    next.focus()
  }, [])
}
