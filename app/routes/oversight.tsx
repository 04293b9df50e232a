import type { LinksFunction } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { OversightFrame } from '~/ui/oversight/oversight-frame'
import desk from '~/ui/styles/desk.css?url'
import governing from '~/ui/styles/governing.css?url'
import oversight from '~/ui/styles/oversight.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: desk },
  { rel: 'stylesheet', href: oversight },
  { rel: 'stylesheet', href: governing },
]

export default function Oversight() {
  return (
    <OversightFrame>
      <Outlet />
    </OversightFrame>
  )
}
