/** The title of a page whose words the root loader has already picked: for pages without a loader of their own. */
export function titleFrom(matches: readonly ({ id: string; data?: unknown } | undefined)[], key: string) {
  const root = matches.find((match) => match?.id === 'root')?.data as { messages?: Record<string, unknown> } | undefined
  const title = root?.messages?.[key]
  return typeof title === 'string' ? [{ title }] : []
}
