import { useLocation } from '@remix-run/react'
import { directionOf, ownNameOf } from '~/platform/languages'
import { Pictogram } from './pictogram'
import { useWords } from './words'

/** The same page in another language. Each language is named in its own script, for whoever reads no other. */
export function LanguageLinks({ offered }: { offered: readonly string[] }) {
  const { language } = useWords()
  const { pathname, search } = useLocation()
  return (
    <ul>
      {offered.map((other) => (
        <li key={other}>
          {/* A whole page load: direction, words and the remembered choice all change with it. */}
          <a
            className="nav-link"
            href={inLanguage(pathname, search, other)}
            lang={other}
            dir={directionOf(other)}
            hrefLang={other}
            aria-current={other === language ? 'true' : undefined}
          >
            <span>{ownNameOf(other)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The languages behind one word, in the head of wide pages. */
export function LanguageMenu({ offered }: { offered: readonly string[] }) {
  const t = useWords()
  return (
    <details className="languages">
      <summary>
        <Pictogram name="globe" size="small" />
        <span className="visually-hidden">{t('common.language')}: </span>
        {ownNameOf(t.language)}
      </summary>
      <div className="drop">
        <LanguageLinks offered={offered} />
      </div>
    </details>
  )
}

function inLanguage(pathname: string, search: string, language: string): string {
  const parameters = new URLSearchParams(search)
  parameters.set('lang', language)
  return `${pathname}?${parameters}`
}
