import { Outlet } from '@remix-run/react'
import { ReportHelp } from '~/ui/report/report-help'

// What is written here concerns its writer alone: no browser and no proxy keeps it.
export const headers = () => ({ 'Cache-Control': 'no-store' })

export default function ReportPages() {
  return (
    <>
      <Outlet />
      <ReportHelp />
    </>
  )
}
