import type { LinksFunction } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { DeskTrouble } from '~/ui/desk/desk-trouble'
import desk from '~/ui/styles/desk.css?url'
import deskCases from '~/ui/styles/desk-cases.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: desk },
  { rel: 'stylesheet', href: deskCases },
]

export default function Desk() {
  return <Outlet />
}

export const ErrorBoundary = DeskTrouble
