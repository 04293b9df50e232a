import type { RequestHandler, Response } from 'express'
import { turnAway } from './perimeter.server'

const limits = {
  atOnce: 4,
  /** Milliseconds after which somebody slow lets the next one go. */
  patienceMs: 150,
  /** Milliseconds that the first in line may have waited before newcomers are turned away. */
  mostWaitMs: 1_500,
}

/**
 * A few requests at once, the others in the order in which they came. Thirty pages drawn side by side are all ready late;
 * one after the other, the first is ready at once and the last no later. Whoever waits for something else, a slow search or
 * a photo on its way, lets the next one go. When the line stands still, newcomers hear so at once.
 */
export function inTurns({ atOnce, patienceMs, mostWaitMs } = limits): RequestHandler {
  const line: { since: number; go: () => void }[] = []
  let under = 0
  const begin = (response: Response, next: () => void) => {
    under++
    let isCounted = true
    const leave = () => {
      if (!isCounted) return
      isCounted = false
      clearTimeout(timer)
      under--
      line.shift()?.go()
    }
    const timer = setTimeout(leave, patienceMs)
    response.once('close', leave)
    next()
  }
  return (_request, response, next) => {
    if (under < atOnce) return begin(response, next)
    const now = performance.now()
    if (line[0] && now - line[0].since > mostWaitMs) return turnAway(response)
    const place = { since: now, go: () => begin(response, next) }
    line.push(place)
    // Whoever has left does not keep a place.
    response.once('close', () => {
      const at = line.indexOf(place)
      if (at >= 0) line.splice(at, 1)
    })
  }
}
