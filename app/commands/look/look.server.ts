import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { serveHere } from '../start.server'
import { openChromium } from './chromium.server'
import { knownIn } from './known'
import { addressOf, type Known, type LookPage, pages } from './pages'
import { demoSignIn, type LookRole } from './sign-in.server'

/** The ways in which a page is looked at. */
const looks: readonly { name: string; context: BrowserContextOptions; language?: string }[] = [
  { name: 'desk', context: { viewport: { width: 1280, height: 900 } } },
  {
    name: 'phone',
    context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  },
  { name: 'dark', context: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' } },
  { name: 'arabic', context: { viewport: { width: 1280, height: 900 } }, language: 'ar' },
  { name: 'no-scripts', context: { viewport: { width: 390, height: 844 }, javaScriptEnabled: false } },
  { name: 'contrast', context: { viewport: { width: 1280, height: 900 }, forcedColors: 'active' } },
]

/** `npm run look [NAME...]`: shoots every page as each role that has it, in every look, into DATA_DIR/look with one index page. */
export async function look(words: string[]) {
  const wanted = pages.filter(({ name }) => words.length === 0 || words.includes(name))
  const town = await serveHere()
  const folder = path.join(town.env.dataDir, 'look')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const browser = await openChromium()
  try {
    const known = await knownIn(browser, { baseURL: town.env.baseUrl, locale: 'en-GB' })
    const shots: string[] = []
    for (const role of new Set(wanted.flatMap(({ roles }) => roles))) {
      for (const { name, context, language } of looks) {
        const mine = wanted.filter(({ roles }) => roles.includes(role))
        shots.push(
          ...(await shoot(
            browser,
            { baseUrl: town.env.baseUrl, role, look: name, context, language, folder, known },
            mine,
          )),
        )
        console.log(`${role}, ${name}: ${mine.length} pages`)
      }
    }
    await writeFile(path.join(folder, 'index.html'), indexOf(shots))
    console.log(`${shots.length} pictures: ${path.join(folder, 'index.html')}`)
  } finally {
    await browser.close()
    await town.stop()
  }
}

type Shooting = {
  baseUrl: string
  role: LookRole
  look: string
  context: BrowserContextOptions
  language: string | undefined
  folder: string
  known: Known
}

async function shoot(
  browser: Browser,
  { baseUrl, role, look, context, language, folder, known }: Shooting,
  mine: readonly LookPage[],
) {
  const opened = await browser.newContext({ ...context, baseURL: baseUrl, locale: 'en-GB' })
  if (language) await opened.addCookies([{ name: 'lang', value: language, url: baseUrl }])
  const page = await opened.newPage()
  const shots: string[] = []
  try {
    await demoSignIn(page, role)
    for (const { name, path: pattern } of mine) {
      await page.goto(addressOf(pattern, known), { waitUntil: 'networkidle' })
      const file = `${name}.${role}.${look}.png`
      await page.screenshot({ path: path.join(folder, file), fullPage: true })
      shots.push(file)
    }
  } finally {
    await opened.close()
  }
  return shots
}

const indexOf = (shots: readonly string[]) => `<!doctype html><meta charset="utf-8"><title>Every page of Meent</title>
<style>body{font:16px system-ui;margin:2rem}figure{display:inline-block;margin:0 1rem 1rem 0;vertical-align:top;width:320px}img{width:100%;border:1px solid #999}</style>
<h1>Every page of Meent</h1>
${shots.map((file) => `<figure><a href="${file}"><img loading="lazy" src="${file}" alt=""></a><figcaption>${file}</figcaption></figure>`).join('\n')}
`
