import { type Receipt, receiptAsData } from './receipt.server'

// It shows what is sealed for everybody else, and changes when the proof comes.
const headers = (type: string, file: string) => ({
  'Content-Type': type,
  'Content-Disposition': `attachment; filename="${file}"`,
  'Cache-Control': 'no-store',
})

/** The receipt as a file, with the proof in it as soon as there is one. */
export const receiptFile = (receipt: Receipt, logKey: string | null) =>
  new Response(`${JSON.stringify(receiptAsData(receipt, logKey), null, 2)}\n`, {
    headers: headers('application/json; charset=utf-8', `receipt-${receipt.id}.json`),
  })

/** The proof as a file (c2sp.org/tlog-proof@v1); until there is one, when to ask again. */
export const proofFile = ({ id, proof }: Receipt) =>
  proof === null
    ? new Response('The entry is promised and waits for the next signed head. Ask again in some seconds.\n', {
        status: 404,
        headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '5', 'Cache-Control': 'no-store' },
      })
    : new Response(proof, { headers: headers('text/plain; charset=utf-8', `receipt-${id}.tlog-proof`) })
