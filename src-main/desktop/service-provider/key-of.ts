import { createPrivateKey, type KeyObject } from 'node:crypto'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { ConnectionId } from '#shared/model/ids.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { Secrets } from '../secrets/secrets.ts'

/** Each key has the name of its certificate: one that is being replaced stays until the new one is in use. */
const THUMBPRINT_DIGITS = 16
export const keysOf = (id: ConnectionId): string => `sp-key.${id}.`
export const keyNameOf = (id: ConnectionId, { sha256 }: Pick<CertificateSummary, 'sha256'>): string =>
  `${keysOf(id)}${sha256.slice(0, THUMBPRINT_DIGITS)}`

/** @throws {InputRefused} secrets.missing, or why secrets cannot be opened */
export async function openKey(
  secrets: Secrets,
  id: ConnectionId,
  certificate: Pick<CertificateSummary, 'sha256'>,
): Promise<KeyObject> {
  const der = await secrets.get(keyNameOf(id, certificate))
  if (!der) throw new InputRefused('secrets.missing')
  return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
}
