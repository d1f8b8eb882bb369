import { isWebAddress } from '#main/checks/intake/web-address.ts'
import { judgeMetadata } from '#main/checks/judge-metadata.ts'
import { writeIdentityProviderMetadata } from '#main/saml/metadata/write-identity-provider-metadata.ts'
import { BINDING_POST, BINDING_REDIRECT } from '#main/saml/namespaces.ts'
import type { IdentityProvider, SingleSignOnBinding } from '#shared/model/identity-provider.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { readGivenCertificate } from './certificate-problem.ts'

export interface TypedValues {
  readonly entityId: string
  readonly ssoUrl: string
  readonly binding: SingleSignOnBinding
  readonly certificate: string
  readonly signOutUrl: string
}

/** What was typed, judged as the metadata it stands for. @throws {InputRefused} naming the field */
export function identityProviderByHand(typed: TypedValues, now: Date, mode: JudgingMode): IdentityProvider {
  const entityId = typed.entityId.trim()
  if (entityId === '') throw new InputRefused('connection.entity-id-empty', 'entityId')
  const url = webAddress(typed.ssoUrl, 'ssoUrl')
  const signOutUrl = typed.signOutUrl.trim() === '' ? null : webAddress(typed.signOutUrl, 'signOutUrl')
  const certificate = readGivenCertificate(typed.certificate)
  const metadata = writeIdentityProviderMetadata({
    entityId,
    singleSignOnServices: [{ binding: typed.binding === 'post' ? BINDING_POST : BINDING_REDIRECT, location: url }],
    singleLogoutServices: signOutUrl === null ? [] : [{ binding: BINDING_REDIRECT, location: signOutUrl }],
    signingCertificates: [certificate.x509.raw.toString('base64')],
    wantAuthnRequestsSigned: false,
  })
  return {
    source: { kind: 'manual' },
    entityId,
    singleSignOn: { binding: typed.binding, url },
    signOutUrl,
    signingCertificates: [certificate.summary],
    metadataXml: null,
    loadedAt: now.toISOString(),
    judgement: judgeMetadata(metadata, { now, mode, role: 'idp' }),
  }
}

/** @throws {InputRefused} connection.url-refused */
export function webAddress(text: string, field: string): string {
  const url = text.trim()
  if (!isWebAddress(url)) throw new InputRefused('connection.url-refused', field)
  return url
}
