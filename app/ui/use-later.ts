import { useEffect, useState } from 'react'

/** A component that comes after the page is drawn; null until then, and for ever if it does not come. `fetchIt` must be the same function on each render. */
export function useLater<Component>(fetchIt: () => Promise<Component>): Component | null {
  const [come, setCome] = useState<{ component: Component } | null>(null)
  useEffect(() => {
    let isGone = false
    fetchIt().then(
      (component) => {
        if (!isGone) setCome({ component })
      },
      // The page says all it has to say without it.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [fetchIt])
  return come?.component ?? null
}
