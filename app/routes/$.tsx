import { NotFound } from '~/platform/problems'

/** Any address that leads nowhere: said in the reader's language, on a page of this town. */
export function loader(): never {
  const missing = new NotFound()
  throw Response.json(missing.toJSON(), { status: missing.status })
}

export const action = loader

export default function Nowhere() {
  return null
}
