/** More came than may. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/** A body as it comes, whatever it said of its size. @throws TooLong after so many bytes: the rest is not read. */
export async function* atMost(
  body: AsyncIterable<Uint8Array> | null,
  most: number,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength
    if (bytes > most) throw new TooLong(`more than ${most} bytes`)
    yield chunk
  }
}

/** All of it. @throws TooLong */
export const wholeOf = async (body: AsyncIterable<Uint8Array> | null, most: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  for await (const chunk of atMost(body, most)) chunks.push(chunk)
  return new Uint8Array(Buffer.concat(chunks))
}
