declare module 'virtual:remix/server-build'

/** The program of the file that checks receipts offline, in one piece (remix.config.js bundles it). */
declare module 'virtual:meent-verifier' {
  const script: string
  export default script
}
