const CHUNK = 262_144

/** What is in memory already, piece by piece as a file's bytes come: progress is told and a stop is heard after each. */
export async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK)
}
