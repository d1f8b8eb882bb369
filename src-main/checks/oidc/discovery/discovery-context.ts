import type { JsonDocument } from '#main/oidc/token/json-document.ts'
import type { CheckCode } from '#shared/findings/catalogue.ts'
import type { JudgingMode } from '#shared/model/policy.ts'
import type { CheckOf, HasPlace, Outcome } from '../../finding/outcome.ts'

/** What a provider's description is judged against. What is undefined is not judged. */
export interface DiscoveryContext {
  readonly now: Date
  readonly mode: JudgingMode
  /** As configured. */
  readonly issuer: string | undefined
  /** Where the document was loaded from. */
  readonly url: string | undefined
  /** With which it was served. */
  readonly contentType: string | undefined
  /** The tenants of an issuer for many are listed elsewhere. */
  readonly tenantsLimited: boolean
  /** How the client authenticates itself (`client_secret_basic` …). */
  readonly clientAuthentication: string | undefined
  /** Fixed for ID Tokens of this client. */
  readonly signingAlgorithm: string | undefined
}

export interface DiscoverySubject {
  readonly document: JsonDocument
  readonly context: DiscoveryContext
}

/** A check of the discovery document. Nobody signs it: what it says is as good as the TLS it came by. */
export function onDocument<Code extends CheckCode>(
  code: Code,
  judge: (
    document: JsonDocument,
    context: DiscoveryContext,
    at: (member: string) => HasPlace,
  ) => Outcome<Code> | readonly Outcome<Code>[],
): CheckOf<DiscoverySubject, Code> {
  return {
    code,
    run: ({ document, context }) =>
      judge(document, context, (member) => ({
        place: () => document.place(document.object[member] === undefined ? '' : `/${member}`),
      })),
  }
}

/** Of a list of texts; undefined where the member is missing or something else. */
export function listOf({ object }: JsonDocument, member: string): readonly string[] | undefined {
  const value = object[member]
  if (!Array.isArray(value)) return undefined
  return value.filter((item): item is string => typeof item === 'string')
}
