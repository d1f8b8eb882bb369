import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import type { Console } from '../process/console.ts'
import { type ExitCode, exitCode } from '../process/exit-code.ts'
import { readCertificateTexts } from './certificate-texts.ts'
import { checkAddresses } from './check-addresses.ts'
import type { SpMetadataOptions } from './sp-options.ts'

/** `claimcheck sp metadata`: XML on standard output. @throws {UsageError} */
export async function runSpMetadata(options: SpMetadataOptions, console: Console): Promise<ExitCode> {
  const addresses = checkAddresses(options)
  const [certificate = '', ...announcedCertificates] = await readCertificateTexts(options.spCert, console)
  const xml = writeServiceProviderMetadata({
    ...addresses,
    certificate,
    announcedCertificates,
    encryptionCertificate: options.encryption ? certificate : undefined,
    wantAssertionsSigned: true,
    authnRequestsSigned: true,
  })
  console.out(`${xml}\n`)
  return exitCode.good
}
