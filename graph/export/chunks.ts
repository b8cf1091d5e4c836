// The pieces of a file gathered into chunks: a writer gives a line at a time, a socket wants many.

/** Bytes of a chunk, more or less. */
const chunkSize = 65_536;

/** Pieces as UTF-8, in chunks of 64 kB. */
export async function* inChunks(
  pieces: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Buffer, void, void> {
  let chunk: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece as string);
    chunk.push(bytes);
    size += bytes.length;
    if (size < chunkSize) continue;
    yield Buffer.concat(chunk);
    chunk = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(chunk);
}
