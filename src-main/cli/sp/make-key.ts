import { join } from 'node:path'
import { makeSelfSigned } from '#main/pki/certificate/make-self-signed.ts'
import { generateKeyPair } from '#main/pki/key-pair/generate-key-pair.ts'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { Console } from '../process/console.ts'
import { readPassphrase } from '../trust/private-key-files.ts'
import type { NewKeyOptions } from './sp-options.ts'

/** As the window's and the backend's: identity providers pin it and look at nothing else in it. */
const VALID_YEARS = 10
const ONE_DAY = 86_400_000
const SERIAL_BYTES = 16

export interface MadeKey {
  readonly certificate: CertificateSummary
  /** Base64 of the DER. */
  readonly certificateText: string
  /** Files to write: the private key first. */
  readonly files: readonly NewFile[]
}

export interface NewFile {
  readonly path: string
  readonly content: string
  /** Readable by its owner alone. */
  readonly isSecret: boolean
}

/** @param name of the files, without their endings @throws {UsageError} where the passphrase cannot be read */
export async function makeKey(
  name: string,
  acsUrl: string,
  { key, out, passphraseFile }: NewKeyOptions,
  console: Console,
): Promise<MadeKey> {
  const passphrase = passphraseFile === undefined ? undefined : await readPassphrase(passphraseFile, console)
  const { privateKey, publicKey } = await generateKeyPair(key)
  const now = console.clock()
  const { x509, summary } = await makeSelfSigned({
    commonName: new URL(acsUrl).hostname,
    privateKey,
    publicKey,
    notBefore: new Date(now.getTime() - ONE_DAY),
    notAfter: yearsLater(now, VALID_YEARS),
    serial: console.random(SERIAL_BYTES),
  })
  const sealed = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem', ...sealed })
  return {
    certificate: summary,
    certificateText: x509.raw.toString('base64'),
    files: [
      { path: join(out, `${name}.key`), content: String(pem), isSecret: true },
      { path: join(out, `${name}.pem`), content: summary.pem, isSecret: false },
    ],
  }
}

function yearsLater(date: Date, years: number): Date {
  const later = new Date(date)
  later.setUTCFullYear(date.getUTCFullYear() + years)
  return later
}
