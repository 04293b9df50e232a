/** A form put together by hand, so that it can be wrong in any way. */
export const boundary = '----meentFormBoundary7K4M2QXD'
export const type = `multipart/form-data; boundary=${boundary}`

type Sent = {
  body: Uint8Array | string | ReadableStream<Uint8Array>
  contentType?: string
  headers?: Record<string, string>
}
export const post = ({ body, contentType = type, headers = {} }: Sent) =>
  new Request('https://town.example/issues/new', {
    method: 'POST',
    headers: { 'content-type': contentType, ...headers },
    body: typeof body === 'string' ? body : (body as BodyInit),
    duplex: 'half',
  } as RequestInit)

export const part = (head: string, content: string) => `--${boundary}\r\n${head}\r\n\r\n${content}\r\n`
export const field = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value)
export const file = (name: string, fileName: string, content: string, kind = 'image/jpeg') =>
  part(`Content-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: ${kind}`, content)
export const end = `--${boundary}--\r\n`

/** A body that comes in pieces of this many bytes, without saying how long it is. Counts what was taken. */
export function trickle(bytes: Uint8Array, size: number) {
  const taken = { bytes: 0 }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken.bytes >= bytes.length) return controller.close()
      controller.enqueue(bytes.subarray(taken.bytes, taken.bytes + size))
      taken.bytes += size
    },
  })
  return { body, taken }
}
