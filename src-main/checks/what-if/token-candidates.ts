import type { KeyObject } from 'node:crypto'
import type { ProviderKey } from '#main/oidc/discovery/provider-key.ts'
import type { SignedToken } from '#main/oidc/token/compact-token.ts'
import { MAXIMUM_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import type { WhatIfKind } from '#shared/model/what-if.ts'
import { readAudiences } from '../oidc/token/audience.ts'
import { describeKey } from '../oidc/token/describe-key.ts'
import type { TokenContext } from '../oidc/token/token-context.ts'
import { skewsBeyond } from './skews.ts'

/** One change to try: everything else stays as it is. */
export interface TokenCandidate {
  readonly kind: WhatIfKind
  readonly from: string | null
  readonly to: string
  readonly allowed: boolean
  readonly context: TokenContext
}

/** What could be known beside the configuration. */
export interface TokenAlternatives {
  /** Key sets from elsewhere: fetched again just now, or of another connection. */
  readonly keys: readonly ProviderKey[]
  readonly privateKeys: readonly KeyObject[]
}

export function tokenCandidates(
  context: TokenContext,
  { header, payload }: SignedToken,
  others: TokenAlternatives,
): TokenCandidate[] {
  const { provider, client, request, policy } = context
  const { iss, nonce, tid, hd, iat } = payload.object
  const tenant = typeof tid === 'string' ? tid : hd
  const known = new Set(provider.keys?.map(({ thumbprint }) => thumbprint))
  return [
    ...skewsBeyond(policy.clockSkewSeconds).map((clockSkewSeconds) => ({
      kind: 'clock-skew' as const,
      from: `${policy.clockSkewSeconds} s`,
      to: `${clockSkewSeconds} s`,
      allowed: clockSkewSeconds <= MAXIMUM_CLOCK_SKEW_SECONDS,
      context: { ...context, policy: { ...policy, clockSkewSeconds } },
    })),
    ...(typeof iat === 'number' && Math.abs(iat) < 1e11 ? [atTheTimeOfIssue(context, iat)] : []),
    ...other('issuer', provider.issuer, [iss], (issuer) => ({ ...context, provider: { ...provider, issuer } })),
    ...other('audience', client.id, readAudiences(payload.object.aud) ?? [], (id) => ({
      ...context,
      client: { ...client, id },
    })),
    ...other('nonce', request.nonce ?? undefined, [nonce], (value) => ({
      ...context,
      request: { ...request, nonce: value },
    })),
    ...other('tenant', provider.tenants?.join('\n'), provider.tenants === undefined ? [] : [tenant], (id) => ({
      ...context,
      provider: { ...provider, tenants: [id] },
    })),
    ...other('algorithm', client.signingAlgorithm, [header.object.alg], (signingAlgorithm) => ({
      ...context,
      client: { ...client, signingAlgorithm },
    })),
    ...others.keys
      .filter(({ thumbprint }) => !known.has(thumbprint))
      .map((key) =>
        change('key', provider.keys?.map(describeKey).join('\n'), describeKey(key), {
          ...context,
          provider: { ...provider, keys: [...(provider.keys ?? []), key] },
        }),
      ),
  ]
}

const change = (kind: WhatIfKind, from: string | undefined, to: string, context: TokenContext): TokenCandidate => ({
  kind,
  from: from || null,
  to,
  allowed: true,
  context,
})

const other = (
  kind: WhatIfKind,
  configured: string | undefined,
  values: readonly unknown[],
  changed: (value: string) => TokenContext,
): TokenCandidate[] =>
  [...new Set(values)]
    .filter((value): value is string => typeof value === 'string' && value !== '' && value !== configured)
    .map((value) => change(kind, configured, value, changed(value)))

/** As it was judged there and then: one second after it was issued. */
function atTheTimeOfIssue(context: TokenContext, issuedAt: number): TokenCandidate {
  const now = new Date(issuedAt * 1000 + 1000)
  return change('time', context.now.toISOString(), now.toISOString(), { ...context, now })
}
