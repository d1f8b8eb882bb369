import { judgeToken } from '#main/checks/judge-token.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'
import type { TokenJudgement } from '#shared/model/token-judgement.ts'
import type { InspectionContext } from '../inspection-context.ts'
import type { Look } from '../look/shape.ts'
import { listed } from './listed.ts'
import { shownJson } from './shown-json.ts'
import { type FactList, makeThing, type Thing } from './thing.ts'

/**
 * A token in compact serialization: header and claims as read, and what the judge of ID Tokens says where it may be one. Its
 * signature is not shown, so that nobody passes on a token that works.
 * @param name of the field it was in, which says what kind of token it is
 */
export async function describeToken(
  token: string,
  look: Look,
  context: InspectionContext,
  name?: string,
): Promise<Thing> {
  const { findings, ...judgement } = await judgeToken(token, judgedBy(context))
  const read = judgement.token ?? { encrypted: false, header: {}, claims: {} }
  const isJudged = mayBeIdToken(read, name)
  return makeThing(look, {
    kind: 'jwt',
    facts: factsOf(read),
    text: shownJson({ header: read.header, claims: read.claims }),
    ...(isJudged ? { judgement: { by: 'token', ...judgement }, findings } : {}),
  })
}

/** By what the connection knows, if there is one. Whom it answers nobody knows: a nonce is not judged. */
const judgedBy = ({
  now,
  policy,
  serviceProvider,
  openid,
  stopwatch,
}: InspectionContext): Parameters<typeof judgeToken>[1] => ({
  now,
  policy,
  provider: openid?.provider ?? {
    issuer: undefined,
    tenants: undefined,
    keys: undefined,
    signingAlgorithms: undefined,
  },
  client: {
    id: openid?.clientId,
    secret: undefined,
    signingAlgorithm: undefined,
    decryptionKeys: serviceProvider.decryptionKeys,
  },
  request: { nonce: undefined, maximumAge: undefined, acrValues: undefined, subject: undefined },
  beside: { accessToken: undefined, code: undefined, userInfo: undefined },
  mapping: openid?.mapping ?? tokenClaimNames,
  requiredClaims: [],
  emailDomains: openid?.emailDomains,
  emailTrust: openid?.emailTrust,
  stopwatch,
})

type Read = NonNullable<TokenJudgement['token']>

/** Access tokens (RFC 9068) and logout tokens have rules of their own: an ID Token's would call them wrong. */
function mayBeIdToken({ header, claims }: Read, name: string | undefined): boolean {
  if (name !== undefined && !/^id_token/.test(name)) return false
  if (typeof header.typ === 'string' && !/^jwt$/i.test(header.typ)) return false
  return name !== undefined || !['scope', 'scp', 'events', 'client_id'].some((claim) => claim in claims)
}

const factsOf = ({ header, claims, encrypted }: Read): FactList => [
  ['From', listed(claims.iss)],
  ['User', listed(claims.sub)],
  ['For', listed(claims.aud)],
  ['Issued', moment(claims.iat)],
  ['Valid until', moment(claims.exp)],
  ['Signed with', listed(header.alg)],
  ['Key', listed(header.kid)],
  ['Encrypted', encrypted ? (listed(header.enc) ?? 'yes') : null],
]

/** NumericDate (RFC 7519 §2). */
const moment = (value: unknown): string | null =>
  typeof value === 'number' && Math.abs(value) < 8.64e12 ? new Date(value * 1000).toISOString() : null
