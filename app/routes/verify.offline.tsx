import type { LoaderFunctionArgs } from '@remix-run/node'
import { keepVerifier } from '~/interactions/ledger/keep-verifier.server'
import { spokenLanguages } from '~/platform/languages'
import { translate, wordsFor } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { packed } from '~/ui/verify/offline-file/what-it-holds'
import { offlineFile, offlineFileName } from '~/ui/verify/offline-file/write-file.server'

/** The file that checks receipts without the town, with its keys and its words in all languages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(keepVerifier, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { wordings, theme, acts: names, ...town } = outcome.value
  const words = spokenLanguages.map((language) => wordsFor(language, ['verify'], wordings[language]))
  const keys = Object.keys(words[0] ?? {}).filter((key) => !ofPage.test(key))
  const inAll = (key: string) => spokenLanguages.map((language) => translate(language, key))
  const holds = {
    ...town,
    languages: spokenLanguages,
    messages: Object.fromEntries(keys.map((key) => [key, words.map((one) => packed(one[key] ?? key))])),
    acts: Object.fromEntries(names.map((name) => [name, inAll(`register.interaction.${name}`)])),
  }
  const noScripts = inAll('verify.offline.no-scripts')
  return new Response(offlineFile(holds, theme, noScripts), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="${offlineFileName(holds.host)}"`,
      'Cache-Control': 'no-store',
    },
  })
}

// What only the page says, about the server and about this very file, stays there.
const ofPage = /^verify\.(server\.|offline(\.text|\.link)?$)/
