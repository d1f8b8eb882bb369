import type { Console } from '../process/console.ts'
import { readCertificateFile } from '../trust/certificate-files.ts'

/** Base64 of the DER of every certificate in these files. @throws {UsageError} naming the file */
export async function readCertificateTexts(paths: readonly string[], console: Console): Promise<string[]> {
  const read = await Promise.all(paths.map((path) => readCertificateFile(path, console)))
  return read.flat().map(({ x509 }) => x509.raw.toString('base64'))
}
