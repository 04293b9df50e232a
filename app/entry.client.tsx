import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { ComeAlive, leaveEventsToBrowser } from './ui/come-alive.client'
import { fetchWords, keptWords } from './ui/words-kept.client'
import { WordsSource } from './ui/words-source'

// The page is whole without us: if its sentences do not come, it stays as the server sent it.
const address = document.documentElement.dataset.words
const ready = address ? fetchWords(address) : Promise.resolve()

ready.then(() => {
  leaveEventsToBrowser()
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <WordsSource.Provider value={keptWords}>
          <ComeAlive>
            <RemixBrowser />
          </ComeAlive>
        </WordsSource.Provider>
      </StrictMode>,
    )
  })
})
