import { Problem } from './problems'

/** So many people ask for the same heavy work that waiting is no longer honest. Trying again in a moment helps. */
export class Busy extends Problem {
  readonly type = 'busy'
  readonly status = 503
}

/** Heavy work in turns: so many at once, so many waiting, and a clear no to whoever comes after that. */
export function takeTurns({ atOnce, waiting }: { atOnce: number; waiting: number }) {
  let running = 0
  const queue: (() => void)[] = []

  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running < atOnce) running++
    else {
      if (queue.length >= waiting) throw new Busy()
      // Whoever finishes hands the turn on, so `running` stays as it is.
      await new Promise<void>((resolve) => queue.push(resolve))
    }
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }
}
