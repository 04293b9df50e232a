import { browserSignatures, plainSignatures, sha256 } from '~/ui/verify/browser-crypto'
import { runVectors, type Vectors } from './ledger-vectors'

/** What a page of the test runs: the vectors, once with the browser's own signatures and once with ours. */
Object.assign(globalThis, {
  async runLedgerVectors(vectors: Vectors, which: 'browser' | 'plain') {
    const check = which === 'plain' ? plainSignatures : await browserSignatures()
    return check && runVectors(vectors, { sha256, check })
  },
})
