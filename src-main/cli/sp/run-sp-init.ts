import { join } from 'node:path'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { printJson } from '../output/print-json.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode } from '../process/exit-code.ts'
import { checkAddresses } from './check-addresses.ts'
import { makeKey } from './make-key.ts'
import type { SpInitOptions } from './sp-options.ts'
import { writeNewFiles } from './write-new-files.ts'

/** `claimcheck sp init`. @throws {UsageError} before anything is written */
export async function runSpInit(options: SpInitOptions, console: Console): Promise<ExitCode> {
  const addresses = checkAddresses(options)
  const made = await makeKey('sp', addresses.acsUrl, options, console)
  const metadata = join(options.out, 'sp-metadata.xml')
  const xml = writeServiceProviderMetadata({
    ...addresses,
    certificate: made.certificateText,
    encryptionCertificate: options.encryption ? made.certificateText : undefined,
    wantAssertionsSigned: true,
    authnRequestsSigned: true,
  })
  await writeNewFiles([...made.files, { path: metadata, content: xml, isSecret: false }])
  const [key, certificate] = made.files
  const { sha256, notAfter } = made.certificate
  const { entityId, acsUrl } = addresses
  printJson(
    { entityId, acsUrl, privateKey: key?.path, certificate: certificate?.path, metadata, sha256, validUntil: notAfter },
    console,
  )
  return exitCode.good
}
