import type { ResponseContext, Solicitation, TrustedCertificate } from '#main/checks/response-context.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import { emailDomainOf } from '../options/email-domain.ts'
import type { Console } from '../process/console.ts'
import { UsageError } from '../process/usage-error.ts'
import { trustedIdentityProvider } from '../trust/trusted-identity-provider.ts'
import type { ResponseOptions } from './response-options.ts'

/**
 * Options and the files they name, as the judge wants them. What is not given stays undefined and is not judged.
 * @throws {UsageError}
 */
export async function responseContext(options: ResponseOptions, console: Console): Promise<ResponseContext> {
  const { spEntityId, acsUrl, emailDomain, maxAge } = options
  const now = options.at ?? console.clock()
  const [identityProvider, decryptionKeys, retiredSigners, retiredKeys, claims, schemaValidator, secondWitness] =
    await Promise.all([
      trustedIdentityProvider(options, now, console),
      decryptionKeysOf(options, console),
      retiredOf(options.retiredIdpCert, console),
      retiredOf(options.retiredSpCert, console),
      claimsOf(options, console),
      schemaValidatorOf(options),
      secondWitnessOf(options),
    ])
  return {
    now,
    policy: {
      mode: options.policy,
      clockSkewSeconds: options.clockSkew,
      requireSigned: options.requireSigned,
      requireEncryption: options.requireEncryption ?? false,
      allowIdpInitiated: options.idpInitiated ?? false,
    },
    identityProvider: { ...identityProvider, retiredCertificates: retiredSigners },
    serviceProvider: {
      entityId: spEntityId,
      acsUrl,
      decryptionKeys,
      retiredKeys: retiredKeys.map(({ x509 }) => x509.publicKey),
    },
    solicitation: solicitationOf(options),
    ...claims,
    emailDomains: emailDomain?.map(emailDomainOf),
    maximumAuthenticationAge: maxAge,
    schemaValidator,
    secondWitness,
    stopwatch: console.stopwatch,
  }
}

async function decryptionKeysOf({ spKey = [], passphraseFile }: ResponseOptions, console: Console) {
  if (spKey.length === 0) {
    if (passphraseFile !== undefined) throw new UsageError('--passphrase-file opens nothing without --sp-key.')
    return []
  }
  const { readPrivateKeys } = await import('../trust/private-key-files.ts')
  return readPrivateKeys(spKey, passphraseFile, console)
}

/** They only tell why something does not fit. */
async function retiredOf(files: readonly string[] = [], console: Console): Promise<TrustedCertificate[]> {
  if (files.length === 0) return []
  const { readCertificateFile } = await import('../trust/certificate-files.ts')
  return (await Promise.all(files.map((path) => readCertificateFile(path, console)))).flat()
}

async function claimsOf({ claims }: ResponseOptions, console: Console) {
  if (claims === undefined) return { mapping: wellKnownClaimNames, requiredClaims: [] }
  const { readClaimsFile } = await import('./claims-file.ts')
  return readClaimsFile(claims, console)
}

/** Its engine takes longer to start than all else together; only under strict does a schema fault refuse. */
async function schemaValidatorOf({ policy }: ResponseOptions) {
  if (policy !== 'strict') return undefined
  const { loadSchemaValidator } = await import('#main/saml/schema/load-schema-validator.ts')
  return loadSchemaValidator()
}

/** It takes as long to load, so that interop asks it only when told to; where it cannot judge, its finding stays `not-verified`. */
async function secondWitnessOf({ policy, secondWitness }: ResponseOptions) {
  if (policy !== 'strict' && !secondWitness) return undefined
  const { loadSecondWitness } = await import('#main/xml/witness/load-second-witness.ts')
  return loadSecondWitness()
}

function solicitationOf({ requestId, idpInitiated }: ResponseOptions): Solicitation | undefined {
  if (requestId !== undefined) return { kind: 'requested', requestId }
  return idpInitiated ? { kind: 'idp-initiated' } : undefined
}
