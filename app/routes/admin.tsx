import type { LinksFunction } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { AdminFrame } from '~/ui/admin/admin-frame'
import admin from '~/ui/styles/admin.css?url'
import desk from '~/ui/styles/desk.css?url'
import governing from '~/ui/styles/governing.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: desk },
  { rel: 'stylesheet', href: governing },
  { rel: 'stylesheet', href: admin },
]

export default function Admin() {
  return (
    <AdminFrame>
      <Outlet />
    </AdminFrame>
  )
}
