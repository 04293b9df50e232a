import type { LoaderFunctionArgs } from '@remix-run/node'
import { keepVerifier } from '~/interactions/ledger/keep-verifier.server'
import { spokenLanguages } from '~/platform/languages'
import { translate, type Words, wordsFor } from '~/platform/words.server'
import { enter } from '~/safeguards/door.server'
import { offlineFile, offlineFileName } from '~/ui/verify/offline-file/write-file.server'

/** The file that checks receipts without the town, with its keys and its words in all languages. */
export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(keepVerifier, request)
  if (!outcome.ok) return Response.json(outcome.problem.toJSON(), { status: outcome.problem.status })
  const { wordings, theme, acts, ...holds } = outcome.value
  const wordsOf = (language: string) => ({
    messages: ofFile(wordsFor(language, ['verify'], wordings[language])),
    acts: Object.fromEntries(acts.map((act) => [act, translate(language, `register.interaction.${act}`)])),
  })
  const words = Object.fromEntries(spokenLanguages.map((language) => [language, wordsOf(language)]))
  const noScripts = spokenLanguages.map((language) => translate(language, 'verify.offline.no-scripts'))
  return new Response(offlineFile({ ...holds, words }, theme, noScripts), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="${offlineFileName(holds.host)}"`,
      'Cache-Control': 'no-store',
    },
  })
}

// What only the page says, about the server and about this very file, stays there.
const ofPage = /^verify\.(server\.|offline(\.text|\.link)?$)/
const ofFile = (words: Words): Words => Object.fromEntries(Object.entries(words).filter(([key]) => !ofPage.test(key)))
