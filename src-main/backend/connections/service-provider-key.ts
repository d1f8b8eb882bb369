import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { makeSelfSigned } from '#main/pki/certificate/make-self-signed.ts'
import { generateKeyPair } from '#main/pki/key-pair/generate-key-pair.ts'
import { SECRET_MASK } from '#shared/http-api/provider.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import type { Tenant } from '../installation.ts'
import { keepResults } from '../keep-results.ts'
import { Refused } from '../refusals/refused.ts'
import type { Sealer, SecretPlace } from '../secrets/sealer.ts'
import type { Connection } from './connection.ts'
import { readGivenKey, requireMatch } from './given-key.ts'
import type { PartialSamlConfig } from './saml-config.ts'

/** Identity providers pin the certificate and look at nothing else in it: it lasts longer than anyone's memory of replacing it. */
const VALID_YEARS = 10
const ONE_DAY = 86_400_000
const SERIAL_BYTES = 16

export interface SamlParts {
  /** With the mask in a given key's place: that it was given is no secret. */
  readonly config: PartialSamlConfig
  readonly spCertificate: string | null
  readonly spPrivateKeySealed: string | null
}

interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/**
 * Takes a given key out of the configuration and seals it; where none is given the connection has a key made here, where it
 * will be used, and no private key ever travels. What is there already stays unless the configuration says otherwise.
 * @throws {Refused} naming the field
 */
export async function keepSamlParts(
  tenant: Tenant,
  id: ConnectionId,
  config: PartialSamlConfig,
  now: Date,
  before?: Pick<Connection, 'config' | 'spCertificate' | 'spPrivateKeySealed'>,
): Promise<SamlParts> {
  const wasGiven = (before?.config as PartialSamlConfig | undefined)?.spPrivateKey !== undefined
  const { spPrivateKey, spCertificate } = config
  if (spPrivateKey === undefined) {
    if (spCertificate !== undefined) throw new Refused('config.key.missing', { field: 'config.spCertificate' })
    if (before === undefined || wasGiven) return { config, ...(await makeOwn(tenant, id, now)) }
    return { config, spCertificate: before.spCertificate, spPrivateKeySealed: before.spPrivateKeySealed }
  }
  const isMask = spPrivateKey === SECRET_MASK
  if (isMask && (before === undefined || !wasGiven)) {
    throw new Refused('config.secret-missing', { field: 'config.spPrivateKey' })
  }
  const privateKey = isMask ? openKey(tenant, id, before?.spPrivateKeySealed ?? '') : readGivenKey(spPrivateKey)
  if (spCertificate !== undefined) requireMatch(spCertificate, privateKey)
  const made = spCertificate ?? (isMask ? before?.spCertificate : undefined)
  return {
    config: { ...config, spPrivateKey: SECRET_MASK },
    spCertificate: made ?? (await certify(tenant, id, now, { privateKey, publicKey: createPublicKey(privateKey) })),
    spPrivateKeySealed: isMask ? (before?.spPrivateKeySealed ?? null) : seal(tenant, id, privateKey),
  }
}

async function makeOwn(tenant: Tenant, id: ConnectionId, now: Date) {
  const pair = await generateKeyPair('rsa-2048')
  const spCertificate = await certify(tenant, id, now, pair)
  return { spCertificate, spPrivateKeySealed: seal(tenant, id, pair.privateKey) }
}

async function certify(tenant: Tenant, id: ConnectionId, now: Date, pair: KeyPair): Promise<string> {
  const notAfter = new Date(now)
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + VALID_YEARS)
  const { summary } = await makeSelfSigned({
    commonName: id,
    ...pair,
    notBefore: new Date(now.getTime() - ONE_DAY),
    notAfter,
    serial: tenant.random(SERIAL_BYTES),
  })
  return summary.pem
}

/** @throws {SecretDamaged} */
export function openServiceProviderKey(tenant: Tenant, { id, spPrivateKeySealed }: Connection): KeyObject | undefined {
  if (spPrivateKeySealed === null) return undefined
  const keep = opened.get(tenant.sealer) ?? keepResults<KeyObject>(MOST_KEPT)
  opened.set(tenant.sealer, keep)
  return keep(`${tenant.id} ${id} ${spPrivateKeySealed}`, () => openKey(tenant, id, spPrivateKeySealed))
}

/** Opening one costs a sign-in as much as verifying its signature. Never beyond the sealer, and so the encryption key, that opened it. */
const opened = new WeakMap<Sealer, ReturnType<typeof keepResults<KeyObject>>>()
const MOST_KEPT = 500

function openKey(tenant: Tenant, id: ConnectionId, sealed: string): KeyObject {
  const der = Buffer.from(tenant.sealer.open(keyPlace(tenant, id), sealed))
  return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
}

const seal = (tenant: Tenant, id: ConnectionId, privateKey: KeyObject): string =>
  tenant.sealer.seal(keyPlace(tenant, id), privateKey.export({ type: 'pkcs8', format: 'der' }))

const keyPlace = (tenant: Tenant, id: ConnectionId): SecretPlace => ({
  tenant: tenant.id,
  record: id,
  column: 'sp_private_key',
})
