import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { DeskTrouble } from '~/ui/desk/desk-trouble'
import desk from '~/ui/styles/desk.css?url'
import deskCases from '~/ui/styles/desk-cases.css?url'

// Of a page that could not be shown; every other one says its own.
export const meta: MetaFunction = () => [{ title: 'Meent' }]

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: desk },
  { rel: 'stylesheet', href: deskCases },
]

export default function Desk() {
  return <Outlet />
}

export const ErrorBoundary = DeskTrouble
