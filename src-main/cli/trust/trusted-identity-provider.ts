import type { ResponseContext } from '#main/checks/response-context.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import { chooseEntity } from './choose-entity.ts'
import type { DescribedRole } from './described-roles.ts'
import { eachOnce } from './trusted-keys.ts'

export interface TrustOptions {
  readonly idpMetadata?: readonly string[]
  readonly idpCert?: readonly string[]
  readonly idpEntityId?: string
}

/**
 * Who may sign, from everything given: metadata and certificates add up.
 * @throws {UsageError} where a file cannot be read, no usable key is in any, or it is not clear which entity is meant
 */
export async function trustedIdentityProvider(
  { idpMetadata = [], idpCert = [], idpEntityId }: TrustOptions,
  now: Date,
  console: Console,
): Promise<ResponseContext['identityProvider']> {
  const described = idpMetadata.length === 0 ? [] : chooseEntity(await readAll(idpMetadata, now, console), idpEntityId)
  const { readCertificateFile } = await import('./certificate-files.ts')
  const given = await Promise.all(idpCert.map((path) => readCertificateFile(path, console)))
  const certificates = eachOnce([...described.flatMap((each) => each.certificates), ...given.flat()])
  if (described.length > 0 && certificates.length === 0) {
    throw new UsageError(`${idpMetadata.join(' and ')}: no signing key that can be used is in it.`)
  }
  return { entityId: idpEntityId ?? described[0]?.entityId, certificates }
}

async function readAll(paths: readonly string[], now: Date, console: Console): Promise<DescribedRole[]> {
  const { readDescribedRoles } = await import('./described-roles.ts')
  return (await Promise.all(paths.map((path) => readDescribedRoles(path, 'idp', now, console)))).flat()
}
