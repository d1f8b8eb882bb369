import type { TrustedCertificate } from '#main/checks/response-context.ts'
import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { type ReadEntity, readEntities } from '#main/saml/metadata/read-entity.ts'
import { certificatesFor } from '#main/saml/metadata/read-key.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import { readBytes } from '../files/read-bytes.ts'
import { unpackMessage } from '../message-input/unpack-message.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import { noteMetadataFaults } from './metadata-warnings.ts'
import { canVerify, trusted } from './trusted-keys.ts'

/** An identity provider as trusted metadata describes it. */
export interface DescribedIdentityProvider {
  readonly file: string
  readonly entityId: string
  readonly certificates: readonly TrustedCertificate[]
}

/**
 * Every identity provider in one `--idp-metadata` file. It is trusted as given: neither its signature nor its validity is
 * asked for. Faults of a single entity are noted.
 * @throws {UsageError} naming the file
 */
export async function readMetadataFile(
  path: string,
  now: Date,
  console: Console,
): Promise<DescribedIdentityProvider[]> {
  const bytes = await readBytes(path, metadataLimits.size, console)
  const document = unpackMessage(bytes, metadataLimits.size).bytes
  const entities = entitiesIn(path, document)
  const found = entities.flatMap((entity) => describe(path, entity))
  if (found.length === 0) throw new UsageError(`${path} describes no identity provider.`)
  // Of an aggregate only one entity is meant, and others' faults would drown its own.
  if (entities.length === 1) noteMetadataFaults(path, document, now, console)
  return found
}

function entitiesIn(path: string, bytes: Uint8Array): ReadEntity[] {
  try {
    return readEntities(parseXml(bytes, metadataLimits, path))
  } catch (error) {
    if (error instanceof XmlRefused) throw new UsageError(`${path} is not metadata that can be read. ${error.detail}`)
    throw error
  }
}

function describe(file: string, entity: ReadEntity): DescribedIdentityProvider[] {
  const { entityId, identityProviders } = entity
  if (identityProviders.length === 0 || entityId === undefined) return []
  const texts = identityProviders.flatMap(({ keys }) => certificatesFor('signing', keys)).map(({ value }) => value)
  return [{ file, entityId, certificates: [...new Set(texts)].flatMap((text) => readOrLeaveOut(text)) }]
}

function readOrLeaveOut(text: string): TrustedCertificate[] {
  try {
    const certificate = readCertificate(text)
    return canVerify(certificate) ? [trusted(certificate)] : []
  } catch (error) {
    if (error instanceof CertificateRefused) return []
    throw error
  }
}
