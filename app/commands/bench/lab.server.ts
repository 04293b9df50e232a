import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../look/chromium.server'
import { knownIn } from '../look/known'
import { addressOf, type Known, type LookRole } from '../look/pages'
import { demoSignIn } from '../look/sign-in.server'
import { serveHere } from '../start.server'
import { percentile } from './open-loop'
import type { Result } from './result.server'

type LabPage = { path: string; role: LookRole; mostMs: number }

/** Six pages that people open most, and after how many ms the largest thing on them must stand there. */
const labPages: readonly LabPage[] = [
  { path: '/', role: 'anybody', mostMs: 2_500 },
  { path: '/issues', role: 'anybody', mostMs: 2_500 },
  { path: '/issues/{issueRef}', role: 'anybody', mostMs: 2_500 },
  { path: '/issues/new/place?q=tremont', role: 'anybody', mostMs: 2_500 },
  { path: '/desk', role: 'handler', mostMs: 3_500 },
  { path: '/oversight', role: 'oversight', mostMs: 3_500 },
]
const mostBlockedMs = 200

/** A slow fourth-generation line and an old phone: 1.6 Mb/s down, 150 ms there and back, a quarter of this processor. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const slowdown = 4

type Seen = { lcp: number; blocked: number; requests: number }

/** What a person with a slow line and an old phone waits for: the largest paint and how long the page does not listen. */
export async function benchLab({ small }: { small: boolean }): Promise<Result> {
  const town = await serveHere()
  const browser = await openChromium()
  try {
    const { baseUrl } = town.env
    const known = await knownIn(browser, { baseURL: baseUrl, locale: 'en-GB' })
    const seen: { page: LabPage; runs: Seen[] }[] = []
    for (const page of small ? labPages.slice(0, 2) : labPages) {
      const runs: Seen[] = []
      // Three times with nothing kept from before, of which the one in the middle counts.
      for (let run = 0; run < (small ? 1 : 3); run++) runs.push(await seeFirst(browser, baseUrl, page, known))
      seen.push({ page, runs })
    }
    return { name: 'lab', rows: seen.flatMap(({ page, runs }) => rowsOf(page, runs)), raw: seen }
  } finally {
    await browser.close()
    await town.stop()
  }
}

async function seeFirst(browser: Browser, baseURL: string, { path, role }: LabPage, known: Known): Promise<Seen> {
  const context = await browser.newContext({
    baseURL,
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
  })
  try {
    const page = await context.newPage()
    if (role !== 'anybody') await demoSignIn(page, role)
    const throttle = await context.newCDPSession(page)
    await throttle.send('Network.enable')
    await throttle.send('Network.clearBrowserCache')
    await throttle.send('Network.emulateNetworkConditions', line)
    await throttle.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    let requests = 0
    page.on('request', (request) => {
      if (!/^data:|\/map\/tiles\//.test(request.url())) requests++
    })
    await page.goto(addressOf(path, known), { waitUntil: 'networkidle', timeout: 60_000 })
    return { ...(await paintsOf(page)), requests }
  } finally {
    await context.close()
  }
}

/** Largest paint, and total blocking time (what long tasks take beyond 50 ms, from the first paint on), as Web Vitals say it. */
const paintsOf = (page: Page) =>
  page.evaluate(async () => {
    const entriesOf = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const observer = new PerformanceObserver((list) => done(list.getEntries()))
        const done = (entries: PerformanceEntry[]) => {
          observer.disconnect()
          resolve(entries)
        }
        observer.observe({ type, buffered: true })
        // Where there were none nobody calls.
        setTimeout(() => done([]), 500)
      })
    const [paints, tasks] = [await entriesOf('largest-contentful-paint'), await entriesOf('longtask')]
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
    const blocked = tasks
      .filter(({ startTime }) => startTime >= first)
      .reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)
    return { lcp: paints.at(-1)?.startTime ?? Number.NaN, blocked }
  })

function rowsOf({ path, mostMs }: LabPage, runs: readonly Seen[]) {
  const middle = (of: (seen: Seen) => number) => percentile(runs.map(of), 0.5)
  const lcp = middle((seen) => seen.lcp)
  const blocked = middle((seen) => seen.blocked)
  return [
    { measure: `${path}: largest paint`, value: lcp, unit: 'ms', must: `<= ${mostMs}`, holds: lcp <= mostMs },
    {
      measure: `${path}: total blocking time`,
      value: blocked,
      unit: 'ms',
      must: `<= ${mostBlockedMs}`,
      holds: blocked <= mostBlockedMs,
    },
    { measure: `${path}: requests, tiles apart`, value: middle((seen) => seen.requests), unit: '' },
  ]
}
