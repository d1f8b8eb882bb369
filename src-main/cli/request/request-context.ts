import type { RequestContext } from '#main/checks/request/request-context.ts'
import type { ReadEndpoint } from '#main/saml/metadata/read-endpoint.ts'
import type { ReadIdentityProvider, ReadServiceProvider } from '#main/saml/metadata/read-role.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import type { DescribedRole } from '../trust/described-roles.ts'
import { eachOnce } from '../trust/trusted-keys.ts'
import type { RequestOptions } from './request-options.ts'

/**
 * Options and the files they name, as the judge wants them. What is not given stays empty and is not judged.
 * @throws {UsageError}
 */
export async function requestContext(options: RequestOptions, console: Console): Promise<RequestContext> {
  const { acsUrl, policy, clockSkew } = options
  const now = options.at ?? console.clock()
  const sp = await serviceProviderOf(options, now, console)
  const idp = await identityProviderOf(options, now, console)
  return {
    now,
    policy: { ...defaultJudgingPolicy, mode: policy, clockSkewSeconds: clockSkew },
    serviceProvider: {
      entityId: sp?.entityId,
      certificates: eachOnce([...(sp?.certificates ?? []), ...(await givenCertificates(options, console))]),
      acsUrls: acsUrl === undefined ? locations(sp?.roles.flatMap((role) => role.assertionConsumerServices)) : [acsUrl],
      signsRequests: sp?.roles.some(({ authnRequestsSigned }) => authnRequestsSigned === true) ?? false,
    },
    identityProvider: {
      signInUrls: locations(idp?.roles.flatMap((role) => role.singleSignOnServices)),
      nameIdFormats: idp?.roles.flatMap((role) => role.nameIdFormats.map(({ value }) => value)) ?? [],
      wantsSignedRequests: idp?.roles.some(({ wantAuthnRequestsSigned }) => wantAuthnRequestsSigned === true) ?? false,
    },
    stopwatch: console.stopwatch,
  }
}

async function serviceProviderOf(
  { spMetadata }: RequestOptions,
  now: Date,
  console: Console,
): Promise<DescribedRole<ReadServiceProvider> | undefined> {
  if (spMetadata === undefined) return undefined
  const { readDescribedRoles } = await import('../trust/described-roles.ts')
  const described = await readDescribedRoles(spMetadata, 'sp', now, console)
  if (described[0] !== undefined && described.length === 1) return described[0]
  throw new UsageError(`${spMetadata} describes ${described.length} applications. Give the metadata of one.`)
}

async function identityProviderOf(
  { idpMetadata, idpEntityId }: RequestOptions,
  now: Date,
  console: Console,
): Promise<DescribedRole<ReadIdentityProvider> | undefined> {
  if (idpMetadata === undefined) return undefined
  const { readDescribedRoles } = await import('../trust/described-roles.ts')
  const described = await readDescribedRoles(idpMetadata, 'idp', now, console)
  const { chooseEntity } = await import('../trust/choose-entity.ts')
  return chooseEntity(described, idpEntityId)[0]
}

async function givenCertificates({ spCert = [] }: RequestOptions, console: Console) {
  if (spCert.length === 0) return []
  const { readCertificateFile } = await import('../trust/certificate-files.ts')
  return (await Promise.all(spCert.map((path) => readCertificateFile(path, console)))).flat()
}

const locations = (endpoints: readonly ReadEndpoint[] = []): string[] => [
  ...new Set(endpoints.flatMap(({ location }) => (location === undefined ? [] : [location]))),
]
