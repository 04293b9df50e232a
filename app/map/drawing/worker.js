// @ts-check
// Draws the town's map beside the web server's own thread: one picture after the other, so that pages never wait for it.
import { parentPort } from 'node:worker_threads'
import sharp from 'sharp'
import { townMap } from './town-map.js'

/** @typedef {{ id: number, key: string, town?: import('./town-map.js').Town, picture?: import('./town-map.js').Picture }} Question */

/** The town as it is now and, while it changes, as it was. @type {Map<string, ReturnType<typeof townMap>>} */
const towns = new Map()
const keptTowns = 2

sharp.concurrency(1)

parentPort?.on('message', async (/** @type {Question} */ { id, key, town, picture }) => {
  try {
    if (town) {
      towns.set(key, townMap(town))
      for (const old of [...towns.keys()].slice(0, -keptTowns)) towns.delete(old)
    }
    const known = towns.get(key)
    if (!known) return parentPort?.postMessage({ id, isUnknownTown: true })
    const png = picture ? await known.png(picture) : null
    parentPort?.postMessage({ id, png })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
