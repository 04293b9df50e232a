import { type RefObject, useEffect, useRef, useState } from 'react'

export type StageState = 'opening' | 'live' | 'failed'
export type Opened<Stage> = { frame: RefObject<HTMLElement>; stage: RefObject<Stage | null>; state: StageState }

/**
 * Opens a map in its frame after the page is drawn, since whoever only reads need not wait for it; ends it with the page.
 * It is opened anew when `anew` changes.
 */
export function useStage<Stage extends { end: () => void }>(
  open: (container: HTMLElement, signal: AbortSignal) => Promise<Stage>,
  anew: string,
): Opened<Stage> {
  const frame = useRef<HTMLElement>(null)
  const stage = useRef<Stage | null>(null)
  const [state, setState] = useState<StageState>('opening')

  // biome-ignore lint/correctness/useExhaustiveDependencies: what it shows is told to it afterwards
  useEffect(() => {
    const container = frame.current
    if (!container) return
    const asking = new AbortController()
    const { signal } = asking
    open(container, signal).then(
      (opened) => {
        if (signal.aborted) return opened.end()
        stage.current = opened
        setState('live')
      },
      () => {
        if (!signal.aborted) setState('failed')
      },
    )
    return () => {
      asking.abort()
      stage.current?.end()
      stage.current = null
    }
  }, [anew])

  return { frame, stage, state }
}
