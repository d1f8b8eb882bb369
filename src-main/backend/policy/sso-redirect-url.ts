import { startAddress } from '../connections/addresses.ts'
import type { Connection } from '../connections/connection.ts'
import { samlConfigOf } from '../connections/saml-config.ts'
import type { PolicyRecord } from '../storage/stores/policy.ts'

/** Where someone whose password was refused is sent: where our login begins, or to the identity provider itself (S27). */
export function ssoRedirectUrl(
  connection: Connection,
  publicUrl: string,
  { ssoRedirectUrl: kind }: Pick<PolicyRecord, 'ssoRedirectUrl'>,
): string {
  const own = startAddress(publicUrl, connection)
  if (kind === 'start-url' || connection.type !== 'saml') return own
  return samlConfigOf(connection).idpSsoUrl ?? own
}
