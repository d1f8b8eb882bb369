import type { Draft } from '#shared/http-api/draft.ts'
import type { ProviderDetail } from '#shared/http-api/provider.ts'
import type { Publication } from '#shared/model/publication.ts'
import { PublishedRelyingParty } from '#shared/model/published-relying-party.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'

export function publicationOfDraft(draft: Draft, backendUrl: string): Publication {
  // Null only while the identity provider's side is missing, and that is sent first.
  if (draft.configurationSha256 === null) throw new InputRefused('connection.identity-provider-missing')
  return {
    backendUrl,
    providerId: draft.id,
    serviceProvider: draft.handOut?.serviceProvider ?? null,
    relyingParty: draft.relyingParty && PublishedRelyingParty.parse(draft.relyingParty),
    signInUrl: `${backendUrl}/sign-in`,
    state: 'draft',
    publishedAt: null,
    configurationSha256: draft.configurationSha256,
  }
}

/** A draft keeps its id, its key and its addresses when it becomes a provider. */
export function publicationOfProvider(before: Publication, provider: ProviderDetail, publishedAt: Date): Publication {
  return {
    ...before,
    state: provider.enabled ? 'enabled' : 'published',
    publishedAt: before.publishedAt ?? publishedAt.toISOString(),
    configurationSha256: provider.configurationSha256,
  }
}
