import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  type ClientLoaderFunctionArgs,
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { showPage } from './interactions/town/show-page.server'
import { env } from './platform/env.server'
import { directionOf, spokenLanguages } from './platform/languages'
import type { ProblemJson } from './platform/problems'
import { areasFor, languageCookie, languageOf } from './platform/words.server'
import { wordsAddress } from './platform/words-address.server'
import { enter } from './safeguards/door.server'
import favicon from './ui/favicon.svg?inline'
import { useNonce } from './ui/nonce'
import { Outage } from './ui/outage'
import { ProblemPage } from './ui/problem-page'
import styles from './ui/styles/index.css?url'
import { TownPage } from './ui/town-page'
import { useWords, WordsProvider } from './ui/words'
import { fetchWords } from './ui/words-kept.client'
import { useMessagesAt } from './ui/words-source'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  // In the page itself: it is smaller than the request for it.
  { rel: 'icon', href: favicon, type: 'image/svg+xml' },
]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const outcome = await enter(showPage, request)
  if (!outcome.ok) throw Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { town, wordings, viewer, now } = outcome.value
  const language = languageOf(request)
  const { pathname } = new URL(request.url)
  const cookie = languageCookie(request)
  const page = {
    town: { ...town, now: now.toISOString(), viewer, isDemo: env().demo },
    language,
    languages: [...new Set([...town.languages.filter((one) => isSpoken(one)), ...spokenLanguages])],
    words: wordsAddress(language, areasFor(pathname), wordings),
    baseUrl: env().baseUrl,
    incident: context.incident,
  }
  return Response.json(page, cookie ? { headers: { 'Set-Cookie': cookie } } : undefined)
}

/** Before a page is drawn in the browser, its sentences are there. */
export async function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  const page = await serverLoader<Page>()
  await fetchWords(page.words)
  return page
}

// Words belong to the address: going somewhere else needs those of the new page.
export const shouldRevalidate = () => true

type Page = {
  town: Parameters<typeof TownPage>[0]['town']
  language: string
  languages: string[]
  words: string
  baseUrl: string
  incident: string
}

const usePage = () => useRouteLoaderData<unknown>('root') as Page | undefined

export function Layout({ children }: { children: ReactNode }) {
  const page = usePage()
  const nonce = useNonce()
  const messages = useMessagesAt(page?.words ?? '')
  const { language = 'en', town, words } = page ?? {}
  const body = town ? (
    <TownPage town={town} languages={page?.languages ?? []} baseUrl={page?.baseUrl ?? ''}>
      {children}
    </TownPage>
  ) : (
    <Outage />
  )
  return (
    <WordsProvider language={language} timezone={town?.timezone ?? 'UTC'} messages={messages}>
      <html lang={language} dir={directionOf(language)} data-words={words}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <Title />
          <link rel="stylesheet" href={`/theme.css?v=${town?.version ?? 0}`} />
          <Links />
        </head>
        <body>
          {body}
          <ScrollRestoration nonce={nonce} />
          <Scripts nonce={nonce} />
        </body>
      </html>
    </WordsProvider>
  )
}

// A page that could not be shown has no title of its own to give.
function Title() {
  const t = useWords()
  const error = useRouteError()
  const page = usePage()
  if (!error) return <Meta />
  const problem = isRouteErrorResponse(error) && isProblem(error.data) ? error.data : null
  const missing =
    isRouteErrorResponse(error) && error.status === 404 ? 'common.problem.missing.title' : 'common.problem.fault.title'
  return <title>{page ? t(problem?.title ?? missing, problem?.values) : 'Meent'}</title>
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return usePage() ? <Trouble /> : null
}

function Trouble() {
  const t = useWords()
  const error = useRouteError()
  const page = usePage()
  if (isRouteErrorResponse(error)) {
    const problem = isProblem(error.data) ? error.data : null
    if (!problem) return <ProblemPage status={error.status} />
    return (
      <ProblemPage
        status={error.status}
        title={t(problem.title, problem.values)}
        detail={t(problem.detail, problem.values)}
      />
    )
  }
  return <ProblemPage status={500} incident={page?.incident} />
}

const isProblem = (data: unknown): data is ProblemJson =>
  typeof data === 'object' && data !== null && 'detail' in data && 'title' in data
const isSpoken = (language: string) => (spokenLanguages as string[]).includes(language)
