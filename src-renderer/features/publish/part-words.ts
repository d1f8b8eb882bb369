import type { ConfigurationPart, ConfigurationValues } from '#shared/model/publication-comparison.ts'
import { ConfigurationPart as Parts } from '#shared/model/publication-comparison.ts'
import { type SideRow, sideRows } from '../../lib/comparison/side-rows.ts'

const words: Readonly<Record<ConfigurationPart, string>> = {
  issuer: 'Issuer',
  domains: 'E-mail domains',
  'client-id': 'Client ID',
  'client-authentication': 'Client authentication',
  'discovery-url': 'Discovery document',
  tenants: 'Tenants that may sign in',
  scopes: 'Scopes beside openid',
  prompt: 'Prompt',
  'maximum-age': 'Maximum age of the sign-in',
  'acr-values': 'Authentication classes',
  'email-trust': 'E-mail address',
  'idp-entity-id': 'Entity ID of the identity provider',
  'sign-in-url': 'Sign-in URL',
  'sign-in-binding': 'Sign-in binding',
  certificates: 'Signing certificates',
  'sign-out-url': 'Sign-out URL',
  'metadata-url': 'Metadata URL',
  'claim-email': 'E-mail claim',
  'claim-given-name': 'Given name claim',
  'claim-family-name': 'Family name claim',
  'claim-groups': 'Groups claim',
  'idp-initiated': 'Sign-in begun by the identity provider',
  encryption: 'Encryption of the assertion',
  judging: 'How strictly it is judged',
  'sp-entity-id': 'SP entity ID',
  'acs-url': 'ACS URL',
}

/** Both sides by the names people read, in one order. */
export function partRows(left: ConfigurationValues, right: ConfigurationValues): SideRow[] {
  const named = (values: ConfigurationValues) =>
    new Map(
      Parts.options.flatMap((part) => {
        const text = values[part]
        return text === undefined ? [] : [[words[part], text] as const]
      }),
    )
  return sideRows(named(left), named(right))
}
