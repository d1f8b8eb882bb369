import { identityProviderWithSchemas } from '#main/checks/intake/from-metadata.ts'
import { fetchDocument } from '#main/net/fetch-document.ts'
import type { IdentityProvider } from '#shared/model/identity-provider.ts'
import { changeDraft } from '../drafts/change-draft.ts'
import type { Setup } from './open-setup.ts'

/** From where, and the document itself where it was pasted or is a file's. */
export type GivenMetadata =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'paste'; readonly text: string }

const TIMEOUT_MS = 15_000
const MAXIMUM_BYTES = 5_000_000

/**
 * Judges the metadata as the desktop does, strictly as a sign-in will be; what is valid becomes the draft's identity
 * provider, certificates and all. What is invalid is shown and not kept.
 * @throws {InputRefused} for the page: what the document is instead, or why it could not be loaded
 */
export async function loadMetadata({ context, draft }: Setup, given: GivenMetadata): Promise<IdentityProvider> {
  const { tenant, now } = context
  const { addresses } = tenant
  const limits = { addresses, timeoutMs: TIMEOUT_MS, maximumBytes: MAXIMUM_BYTES }
  const bytes = given.kind === 'url' ? await fetchDocument(given.url, 'url', limits) : Buffer.from(given.text, 'utf8')
  const source = given.kind === 'url' ? ({ kind: 'url', url: given.url.trim() } as const) : ({ kind: 'paste' } as const)
  const identityProvider = await identityProviderWithSchemas(bytes, { source, field: given.kind, now, mode: 'strict' })
  if (identityProvider.judgement.verdict === 'valid') {
    await changeDraft({ ...context, ifMatch: undefined }, draft.id, { config: configOf(identityProvider) })
  }
  return identityProvider
}

function configOf({ source, entityId, singleSignOn, signOutUrl, signingCertificates }: IdentityProvider) {
  const [first, ...others] = signingCertificates.map(({ pem }) => pem)
  return {
    idpEntityId: entityId,
    idpSsoUrl: singleSignOn.url,
    idpSsoBinding: singleSignOn.binding,
    idpSloUrl: signOutUrl,
    idpCertificate: first,
    idpCertificates: others.length === 0 ? null : others,
    idpMetadataUrl: source.kind === 'url' ? source.url : null,
  }
}
