/** What the perimeter hands to each page: the nonce of its scripts, and the number that finds it in the log. */
export type LoadContext = { nonce: string; incident: string }

declare module '@remix-run/node' {
  interface AppLoadContext extends LoadContext {}
  interface Future {
    v3_singleFetch: true
  }
}
