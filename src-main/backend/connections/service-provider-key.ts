import { createPrivateKey, type KeyObject } from 'node:crypto'
import { makeSelfSigned } from '#main/pki/certificate/make-self-signed.ts'
import { generateKeyPair } from '#main/pki/key-pair/generate-key-pair.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { Tenant } from '../installation.ts'
import type { SecretPlace } from '../secrets/sealer.ts'
import type { Connection } from './connection.ts'

/** Identity providers pin the certificate and look at nothing else in it: it lasts longer than anyone's memory of replacing it. */
const VALID_YEARS = 10
const ONE_DAY = 86_400_000
const SERIAL_BYTES = 16

/** Makes the connection's own key pair here, where it will be used: no private key ever travels. */
export async function makeServiceProviderKey(tenant: Tenant, id: ConnectionId, now: Date) {
  const { privateKey, publicKey } = await generateKeyPair('rsa-2048')
  const notAfter = new Date(now)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + VALID_YEARS)
  const { summary } = await makeSelfSigned({
    commonName: id,
    privateKey,
    publicKey,
    notBefore: new Date(now.getTime() - ONE_DAY),
    notAfter,
    serial: tenant.random(SERIAL_BYTES),
  })
  const secret = privateKey.export({ type: 'pkcs8', format: 'der' })
  return { spCertificate: summary.pem, spPrivateKeySealed: tenant.sealer.seal(keyPlace(tenant, id), secret) }
}

/** @throws {SecretDamaged} */
export function openServiceProviderKey(tenant: Tenant, { id, spPrivateKeySealed }: Connection): KeyObject | undefined {
  if (spPrivateKeySealed === null) return undefined
  const der = Buffer.from(tenant.sealer.open(keyPlace(tenant, id), spPrivateKeySealed))
  return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
}

const keyPlace = (tenant: Tenant, id: ConnectionId): SecretPlace => ({
  tenant: tenant.id,
  record: id,
  column: 'sp_private_key',
})
