import type { UploadData } from 'electron'

/** Where the parts of a request's body are that are not in it. */
export interface UploadSources {
  readonly readBlob: (id: string) => Promise<Uint8Array>
  readonly readFile: (path: string) => Promise<Uint8Array>
}

/** A form with one response of the largest size that is read, and room for its other fields. */
export const UPLOAD_LIMIT = 4_000_000

/** @returns the body as it would have been sent, cut off at the limit: it is then no longer a form that can be read */
export async function readUpload(parts: readonly UploadData[], sources: UploadSources): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (const part of parts) {
    const chunk = await readPart(part, sources)
    size += chunk.length
    if (size > UPLOAD_LIMIT) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** Electron fills the members that its kind of part has, whatever its types say. */
function readPart(part: Partial<UploadData>, { readBlob, readFile }: UploadSources): Promise<Uint8Array> | Uint8Array {
  if (part.blobUUID) return readBlob(part.blobUUID)
  if (part.file) return readFile(part.file)
  return part.bytes ?? new Uint8Array()
}
