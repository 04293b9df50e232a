import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { takeTurns } from '~/platform/turns.server'
import type { Picture, Town } from './drawing/town-map.js'

export type { Picture, Town }

type Answer = { id: number; png?: Uint8Array | null; isUnknownTown?: true; error?: string }
type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void; timer: NodeJS.Timeout }

const patienceMs = 30_000
// The worker draws one at a time; a town's first picture may take seconds. Whoever comes after that many gets a clear no.
const inTurn = takeTurns({ atOnce: 1, waiting: 200 })

let worker: Worker | null = null
let lastId = 0
const waiting = new Map<number, Waiting>()

/** Draws a picture of the town's map. `key` names the town as it is now; `town` is asked for only when the worker does not know it yet. */
export function drawPicture(key: string, town: () => Promise<Town>, picture: Picture): Promise<Buffer> {
  return inTurn(async () => {
    const first = await ask({ key, picture })
    const answer = first.isUnknownTown ? await ask({ key, picture, town: await town() }) : first
    if (!answer.png) throw new Error(`The map could not be drawn: ${answer.error ?? 'no picture'}`)
    return Buffer.from(answer.png)
  })
}

function ask(question: { key: string; picture: Picture; town?: Town }): Promise<Answer> {
  const running = worker ?? start()
  lastId += 1
  const id = lastId
  return new Promise((resolveAnswer, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(id)
      reject(new Error('The map took too long to draw.'))
      // A picture that never ends would block all that come after it.
      void running.terminate()
    }, patienceMs)
    waiting.set(id, { resolve: resolveAnswer, reject, timer })
    running.postMessage({ id, ...question })
  })
}

/** By its path in the project, so that it is the same file in the bundle and in the tests. */
function start(): Worker {
  const started = new Worker(resolve('app/map/drawing/worker.js'), { resourceLimits: { maxOldGenerationSizeMb: 1024 } })
  // Nobody waits for the map when the platform stops.
  started.unref()
  started.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id)
    if (!asked) return
    waiting.delete(answer.id)
    clearTimeout(asked.timer)
    asked.resolve(answer)
  })
  const end = (reason: Error) => {
    if (worker === started) worker = null
    for (const [id, asked] of waiting) {
      waiting.delete(id)
      clearTimeout(asked.timer)
      asked.reject(reason)
    }
  }
  started.on('error', end)
  started.on('exit', () => end(new Error('The map worker ended.')))
  worker = started
  return started
}
