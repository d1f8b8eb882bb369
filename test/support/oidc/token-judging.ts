import type { TokenContext } from '#main/checks/oidc/token/token-context.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import { isRefusal, type JsonDocument, readJsonDocument } from '#main/oidc/token/json-document.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'
import type { TokenJudgement } from '#shared/model/token-judgement.ts'
import { CLIENT, ISSUER, NONCE, NOW, publicJwk, type SigningKey } from './token-message.ts'

export function jsonDocument(value: unknown, name = 'userinfo'): JsonDocument {
  const read = readJsonDocument(Buffer.from(JSON.stringify(value)), name)
  if (isRefusal(read)) throw new Error(read.kind)
  return read
}

export const keysOf = (...jwks: readonly unknown[]) => readKeySet(jsonDocument({ keys: jwks }, 'jwks')) ?? []

/** Members of `provider`, `client` … are merged into the sound ones. */
export interface TokenContextChange extends Partial<Omit<TokenContext, 'provider' | 'client' | 'request' | 'beside'>> {
  readonly provider?: Partial<TokenContext['provider']>
  readonly client?: Partial<TokenContext['client']>
  readonly request?: Partial<TokenContext['request']>
  readonly beside?: Partial<TokenContext['beside']>
}

/** A context in which the sound ID Token is accepted. */
export function soundTokenContext(trusted: readonly SigningKey[], change: TokenContextChange = {}): TokenContext {
  const { provider, client, request, beside, ...rest } = change
  return {
    now: NOW,
    policy: defaultJudgingPolicy,
    mapping: tokenClaimNames,
    requiredClaims: [],
    emailDomains: undefined,
    stopwatch: undefined,
    ...rest,
    provider: {
      issuer: ISSUER,
      tenants: undefined,
      keys: keysOf(...trusted.map((key) => publicJwk(key))),
      signingAlgorithms: [...new Set(trusted.map(({ alg }) => alg))],
      ...provider,
    },
    client: { id: CLIENT, secret: undefined, signingAlgorithm: undefined, decryptionKeys: [], ...client },
    request: { nonce: NONCE, maximumAge: undefined, acrValues: undefined, subject: undefined, ...request },
    beside: { accessToken: undefined, code: undefined, userInfo: undefined, ...beside },
  }
}

/** Verdict, root causes, consequences and warnings: what a judgement comes to. */
export function tokenGist({ verdict, findings }: TokenJudgement) {
  const codesOf = (severity: string) => findings.filter((each) => each.severity === severity).map(({ code }) => code)
  return {
    verdict,
    rootCauses: findings.filter(({ rootCause }) => rootCause).map(({ code }) => code),
    consequences: findings
      .filter(({ causedBy }) => causedBy !== undefined)
      .map(({ code, causedBy }) => `${code} < ${causedBy}`),
    warnings: codesOf('warning'),
    infos: codesOf('info'),
  }
}
