import { Fragment } from 'react'

/** The address that a phone dials. Signs that only help to read are left out. */
export const phoneHref = (phone: string): string => `tel:${phone.replace(/[^\d+*#]/g, '')}`

// Three digits (112, 911) or more, with the signs people write between them.
const phones = /\+?\d(?:[\d\s()./-]{0,20}\d)?/g

/** A text in which each phone number can be pressed. */
export function PhoneWords({ text }: { text: string }) {
  const found = [...text.matchAll(phones)].filter(([phone]) => phone.replace(/\D/g, '').length >= 3)
  const parts: { text: string; phone: boolean }[] = []
  let at = 0
  for (const match of found) {
    parts.push({ text: text.slice(at, match.index), phone: false }, { text: match[0], phone: true })
    at = match.index + match[0].length
  }
  parts.push({ text: text.slice(at), phone: false })
  return parts.map((part, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
    <Fragment key={n}>
      {part.phone ? (
        <a className="phone" href={phoneHref(part.text)}>
          <bdi dir="ltr">{part.text}</bdi>
        </a>
      ) : (
        part.text
      )}
    </Fragment>
  ))
}
