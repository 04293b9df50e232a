import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listFailedJobs } from '~/interactions/administration/failed-jobs.server'
import { refusal } from '~/platform/sign-in-first.server'
import { titleFor } from '~/platform/title.server'
import { enter } from '~/safeguards/door.server'
import { FailedJobs } from '~/ui/admin/failed-jobs'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export async function loader({ request }: LoaderFunctionArgs) {
  const outcome = await enter(listFailedJobs, request)
  if (!outcome.ok) throw refusal(outcome.problem, request)
  return { title: titleFor(request, 'admin.jobs.title'), ...outcome.value }
}

export default function Jobs() {
  return <FailedJobs {...useLoaderData<typeof loader>()} />
}
