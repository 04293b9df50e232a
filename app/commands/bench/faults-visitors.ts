import { randomBytes } from 'node:crypto'

const clients = 8

/**
 * People who look at what they did, over and over. Each request carries a trace of its own (W3C Trace Context), by which its
 * entry is found again: one that was answered must be in the record.
 */
export async function visitorsAt(baseUrl: string) {
  const cookie = await signedIn(baseUrl)
  const answered: string[] = []
  return {
    answered: () => answered,

    /** All of them at once for so long; whatever is not answered counts for nothing. */
    async visit(ms: number) {
      const until = performance.now() + ms
      const one = async () => {
        while (performance.now() < until) {
          const trace = randomBytes(16).toString('hex')
          const isAnswered = await fetch(`${baseUrl}/me/acts`, {
            headers: { cookie, traceparent: `00-${trace}-${randomBytes(8).toString('hex')}-01`, connection: 'close' },
            signal: AbortSignal.timeout(10_000),
          }).then(
            async (answer) => answer.status === 200 && (await answer.text()).includes('</html>'),
            () => false,
          )
          if (isAnswered) answered.push(trace)
          else await new Promise((resolve) => setTimeout(resolve, 100))
        }
      }
      await Promise.all(Array.from({ length: clients }, one))
    },

    /** The newest receipts of theirs, as files: how many there are, and how many of them are not proven. */
    async receipts() {
      let [seen, unproven] = [0, 0]
      let next: string | null = '/me/acts'
      for (let page = 0; next && page < 10; page++) {
        const html: string = await fetch(`${baseUrl}${next}`, { headers: { cookie } }).then((answer) => answer.text())
        for (const [, id] of html.matchAll(/href="\/me\/acts\/([0-9a-f-]{36})"/g)) {
          seen += 1
          if (!(await isProven(`${baseUrl}/receipts/${id}.json`, cookie))) unproven += 1
        }
        const [, older] = /href="(\/me\/acts\?before=\d+)"/.exec(html) ?? []
        next = older ?? null
      }
      return { seen, unproven }
    },
  }
}

// One that was made a moment ago is promised first: it has a minute.
async function isProven(address: string, cookie: string): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    const { state } = await fetch(address, { headers: { cookie } }).then((answer) => answer.json())
    if (state === 'proven') return true
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  return false
}

/** Signs in as the first invented resident, by the form of the page. */
async function signedIn(baseUrl: string): Promise<string> {
  const html = await fetch(`${baseUrl}/sign-in`).then((answer) => answer.text())
  const [, item = ''] = /<li[^>]*data-role="resident"[^>]*>([\s\S]*?)<\/li>/.exec(html) ?? []
  const fields = [...item.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  )
  const answer = await fetch(`${baseUrl}/sign-in/demo`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: baseUrl },
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie().map((one) => one.split(';', 1)[0])
  if (cookie.length === 0) throw new Error(`Signing in was answered with ${answer.status}.`)
  return cookie.join('; ')
}
