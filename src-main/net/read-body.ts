import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { FetchRefused } from './fetch-refused.ts'

const decoders = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress }

/** Reads a body, decompressed, and hangs up at the first byte beyond the limit. */
export async function readBody(body: Readable, headers: Record<string, string>, maximumBytes: number) {
  if (Number(headers['content-length'] ?? 0) > maximumBytes) {
    body.destroy()
    throw new FetchRefused('too-large', String(maximumBytes))
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of decoded(body, headers['content-encoding'] ?? 'identity')) {
    size += chunk.length
    if (size > maximumBytes) {
      body.destroy()
      throw new FetchRefused('too-large', String(maximumBytes))
    }
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

/** We ask for no compression, yet some servers keep only compressed files. */
function decoded(body: Readable, encoding: string): AsyncIterable<Uint8Array> {
  if (encoding === 'identity' || encoding === '') return body
  const decoder = Object.entries(decoders).find(([name]) => name === encoding.toLowerCase())?.[1]
  if (decoder === undefined) throw new FetchRefused('unexpected-answer', `content-encoding ${encoding}`)
  const decompressor = decoder()
  body.once('error', (error) => decompressor.destroy(error))
  return body.pipe(decompressor)
}
