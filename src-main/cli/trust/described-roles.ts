import type { TrustedCertificate } from '#main/checks/response-context.ts'
import { unpackMessage } from '#main/inspect/unpack/unpack-message.ts'
import { CertificateRefused } from '#main/pki/certificate/certificate-refused.ts'
import { readCertificate } from '#main/pki/certificate/read-certificate.ts'
import { type ReadEntity, readEntities } from '#main/saml/metadata/read-entity.ts'
import { certificatesFor } from '#main/saml/metadata/read-key.ts'
import type { ReadIdentityProvider, ReadRole, ReadServiceProvider } from '#main/saml/metadata/read-role.ts'
import { metadataLimits } from '#main/xml/parse/parse-limits.ts'
import { parseXml } from '#main/xml/parse/parse-xml.ts'
import { XmlRefused } from '#main/xml/parse/xml-refused.ts'
import { readBytes } from '../files/read-bytes.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import { noteMetadataFaults } from './metadata-warnings.ts'
import { canVerify, trusted } from './trusted-keys.ts'

/** An entity as trusted metadata describes it in one role. */
export interface DescribedRole<Role extends ReadRole = ReadRole> {
  readonly file: string
  readonly entityId: string
  /** Those that can verify. */
  readonly certificates: readonly TrustedCertificate[]
  readonly roles: readonly Role[]
}

interface RoleOf {
  readonly idp: ReadIdentityProvider
  readonly sp: ReadServiceProvider
}

const rolesOf: { readonly [Name in keyof RoleOf]: (entity: ReadEntity) => readonly RoleOf[Name][] } = {
  idp: ({ identityProviders }) => identityProviders,
  sp: ({ serviceProviders }) => serviceProviders,
}
const nouns = { idp: 'identity provider', sp: 'service provider' } as const

/**
 * Every entity with this role in one metadata file. It is trusted as given: neither its signature nor its validity is asked
 * for. Faults of a single entity are noted.
 * @throws {UsageError} naming the file
 */
export async function readDescribedRoles<Name extends keyof RoleOf>(
  path: string,
  name: Name,
  now: Date,
  console: Console,
): Promise<DescribedRole<RoleOf[Name]>[]> {
  const bytes = await readBytes(path, metadataLimits.size, console)
  const document = unpackMessage(bytes, metadataLimits.size).bytes
  const entities = entitiesIn(path, document)
  const found = entities.flatMap((entity) => describe(path, entity, rolesOf[name](entity)))
  if (found.length === 0) throw new UsageError(`${path} describes no ${nouns[name]}.`)
  // Of an aggregate only one entity is meant, and others' faults would drown its own.
  if (entities.length === 1) noteMetadataFaults(path, document, name, now, console)
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

function describe<Role extends ReadRole>(
  file: string,
  { entityId }: ReadEntity,
  roles: readonly Role[],
): DescribedRole<Role>[] {
  if (roles.length === 0 || entityId === undefined) return []
  const texts = roles.flatMap(({ keys }) => certificatesFor('signing', keys)).map(({ value }) => value)
  return [{ file, entityId, roles, certificates: [...new Set(texts)].flatMap((text) => readOrLeaveOut(text)) }]
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
