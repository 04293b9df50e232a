import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
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
import { areasFor, languageCookie, languageOf, wordsFor } from './platform/words.server'
import { enter } from './safeguards/door.server'
import { useNonce } from './ui/nonce'
import { Outage } from './ui/outage'
import { ProblemPage } from './ui/problem-page'
import styles from './ui/styles/index.css?url'
import { TownPage } from './ui/town-page'
import { useWords, WordsProvider } from './ui/words'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
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
    messages: wordsFor(language, areasFor(pathname), wordings),
    baseUrl: env().baseUrl,
    incident: context.incident,
  }
  return Response.json(page, cookie ? { headers: { 'Set-Cookie': cookie } } : undefined)
}

// Words belong to the address: going somewhere else needs those of the new page.
export const shouldRevalidate = () => true

type Page = {
  town: Parameters<typeof TownPage>[0]['town']
  language: string
  languages: string[]
  messages: Parameters<typeof WordsProvider>[0]['messages']
  baseUrl: string
  incident: string
}

const usePage = () => useRouteLoaderData<unknown>('root') as Page | undefined

export function Layout({ children }: { children: ReactNode }) {
  const page = usePage()
  const nonce = useNonce()
  return (
    <html lang={page?.language ?? 'en'} dir={directionOf(page?.language ?? 'en')}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="stylesheet" href={`/theme.css?v=${page?.town.version ?? 0}`} />
        <Links />
      </head>
      <body>
        {page ? (
          <WordsProvider language={page.language} timezone={page.town.timezone} messages={page.messages}>
            <TownPage town={page.town} languages={page.languages} baseUrl={page.baseUrl}>
              {children}
            </TownPage>
          </WordsProvider>
        ) : (
          <Outage />
        )}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
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
    return <ProblemPage status={error.status} title={t(problem.title, problem.values)} detail={t(problem.detail, problem.values)} />
  }
  return <ProblemPage status={500} incident={page?.incident} />
}

const isProblem = (data: unknown): data is ProblemJson => typeof data === 'object' && data !== null && 'detail' in data && 'title' in data
const isSpoken = (language: string) => (spokenLanguages as string[]).includes(language)
