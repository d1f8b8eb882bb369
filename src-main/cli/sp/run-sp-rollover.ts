import { join } from 'node:path'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { printJson } from '../output/print-json.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode } from '../process/exit-code.ts'
import { readCertificateTexts } from './certificate-texts.ts'
import { checkAddresses } from './check-addresses.ts'
import { makeKey } from './make-key.ts'
import type { SpRolloverOptions } from './sp-options.ts'
import { writeNewFiles } from './write-new-files.ts'

/** `claimcheck sp rollover`: the next key, announced before it signs. @throws {UsageError} before anything is written */
export async function runSpRollover(options: SpRolloverOptions, console: Console): Promise<ExitCode> {
  const addresses = checkAddresses(options)
  const [current = '', ...more] = await readCertificateTexts(options.spCert, console)
  const made = await makeKey('sp-next', addresses.acsUrl, options, console)
  const metadata = join(options.out, 'sp-metadata-next.xml')
  const xml = writeServiceProviderMetadata({
    ...addresses,
    certificate: current,
    announcedCertificates: [...more, made.certificateText],
    encryptionCertificate: options.encryption ? made.certificateText : undefined,
    wantAssertionsSigned: true,
    authnRequestsSigned: true,
  })
  await writeNewFiles([...made.files, { path: metadata, content: xml, isSecret: false }])
  const [key, certificate] = made.files
  const { sha256, notAfter } = made.certificate
  printJson({ privateKey: key?.path, certificate: certificate?.path, metadata, sha256, validUntil: notAfter }, console)
  return exitCode.good
}
