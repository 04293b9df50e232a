import type { LinksFunction } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import register from '~/ui/styles/register.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: register }]

export default function RegisterPages() {
  return <Outlet />
}
