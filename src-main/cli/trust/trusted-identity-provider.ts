import type { ResponseContext } from '#main/checks/response-context.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import type { DescribedIdentityProvider } from './metadata-files.ts'
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
  const described = idpMetadata.length === 0 ? [] : choose(await readAll(idpMetadata, now, console), idpEntityId)
  const { readCertificateFile } = await import('./certificate-files.ts')
  const given = await Promise.all(idpCert.map((path) => readCertificateFile(path, console)))
  const certificates = eachOnce([...described.flatMap((each) => each.certificates), ...given.flat()])
  if (described.length > 0 && certificates.length === 0) {
    throw new UsageError(`${idpMetadata.join(' and ')}: no signing key that can be used is in it.`)
  }
  return { entityId: idpEntityId ?? described[0]?.entityId, certificates }
}

async function readAll(paths: readonly string[], now: Date, console: Console): Promise<DescribedIdentityProvider[]> {
  const { readMetadataFile } = await import('./metadata-files.ts')
  return (await Promise.all(paths.map((path) => readMetadataFile(path, now, console)))).flat()
}

/** Descriptions of one entity in several files add up, as in a rollover. */
function choose(
  described: readonly DescribedIdentityProvider[],
  wanted: string | undefined,
): readonly DescribedIdentityProvider[] {
  const ids = new Set(described.map(({ entityId }) => entityId))
  if (wanted === undefined) {
    if (ids.size === 1) return described
    throw new UsageError(
      `The metadata describes ${ids.size} identity providers. Name the one you mean with --idp-entity-id.`,
    )
  }
  const chosen = described.filter(({ entityId }) => entityId === wanted)
  if (chosen.length > 0) return chosen
  const instead = ids.size === 1 ? ` It describes ${[...ids].join()}.` : ''
  throw new UsageError(`The metadata describes no identity provider ${wanted}.${instead}`)
}
