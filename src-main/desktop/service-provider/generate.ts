import type { KeyObject } from 'node:crypto'
import { makeSelfSigned } from '#main/pki/certificate/make-self-signed.ts'
import { generateKeyPair } from '#main/pki/key-pair/generate-key-pair.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import type { ServiceProvider } from '#shared/model/service-provider.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { webAddress } from '../identity-provider/by-hand.ts'

export interface TypedAddresses {
  readonly entityId: string
  readonly acsUrl: string
  readonly signOutUrl: string
}

/** As the backend's: identity providers pin it and look at nothing else in it. */
const VALID_YEARS = 10
const ONE_DAY = 86_400_000
const SERIAL_BYTES = 16

/** Key pair, certificate and metadata for an application elsewhere. @throws {InputRefused} naming the field */
export async function generateServiceProvider(
  typed: TypedAddresses,
  now: Date,
  random: (bytes: number) => Uint8Array,
): Promise<{ serviceProvider: ServiceProvider; privateKey: KeyObject }> {
  const entityId = typed.entityId.trim()
  if (entityId === '') throw new InputRefused('connection.entity-id-empty', 'entityId')
  const acsUrl = webAddress(typed.acsUrl, 'acsUrl')
  const signOutUrl = typed.signOutUrl.trim() === '' ? null : webAddress(typed.signOutUrl, 'signOutUrl')
  const { privateKey, publicKey } = await generateKeyPair('rsa-2048')
  const { x509, summary } = await makeSelfSigned({
    commonName: new URL(acsUrl).hostname,
    privateKey,
    publicKey,
    notBefore: new Date(now.getTime() - ONE_DAY),
    notAfter: yearsLater(now, VALID_YEARS),
    serial: random(SERIAL_BYTES),
  })
  const metadataXml = writeServiceProviderMetadata({
    entityId,
    acsUrl,
    signOutUrl,
    certificate: x509.raw.toString('base64'),
    wantAssertionsSigned: true,
    authnRequestsSigned: true,
  })
  return { serviceProvider: { entityId, acsUrl, signOutUrl, certificate: summary, metadataXml }, privateKey }
}

function yearsLater(date: Date, years: number): Date {
  const later = new Date(date)
  later.setUTCFullYear(date.getUTCFullYear() + years)
  return later
}
