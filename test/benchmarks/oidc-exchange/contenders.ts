import * as client from 'openid-client'
import { judgeOidcLogin } from '#main/checks/judge-oidc-login.ts'
import { keepConnections } from '#main/net/guarded-fetch.ts'
import { fetchDiscovery, fetchKeySet } from '#main/oidc/discovery/fetch-provider.ts'
import { readKeySet } from '#main/oidc/discovery/key-set.ts'
import { finishLogin } from '#main/oidc/relying-party/finish-login.ts'
import type { RelyingParty } from '#main/oidc/relying-party/relying-party.ts'
import { isRefusal, readJsonDocument } from '#main/oidc/token/json-document.ts'
import { DEFAULT_CLOCK_SKEW_SECONDS } from '#shared/model/clock-skew.ts'
import { tokenClaimNames } from '#shared/model/token-claim-names.ts'
import type { Contender } from '#test/support/benchmarks/in-turn.ts'
import { CLIENT, SECRET, SUBJECT } from './provider.ts'

const REDIRECT_URI = 'http://127.0.0.1/callback'
const [state, codeVerifier] = ['s'.repeat(43), 'v'.repeat(43)]
let codes = 0
const nextCode = () => {
  codes += 1
  return `code-${codes}`
}
const callbackOf = (issuer: string, code: string) => new URLSearchParams({ code, state, iss: issuer })

/** Exchange, UserInfo, and every check, as the backend's sign-in does it; strict. */
export async function claimcheck(issuer: string): Promise<Contender & { readonly close: () => Promise<void> }> {
  const connections = keepConnections({ addresses: 'any', timeoutMs: 5_000 })
  const network = { addresses: 'any', connections } as const
  const discovery = await fetchDiscovery(issuer, network)
  const jwks = await fetchKeySet(discovery.bytes, network)
  const [provider, keySet] = [objectOf(discovery.bytes), { json: jwks?.bytes ?? Buffer.of(), fetchedAt: new Date() }]
  const party: RelyingParty = {
    ...{ provider: provider.object, clientId: CLIENT, redirectUri: REDIRECT_URI, network },
    authentication: { method: 'client_secret_post', secret: SECRET },
    ...{ signingAlgorithm: undefined, decryptionKeys: [], clockSkewSeconds: DEFAULT_CLOCK_SKEW_SECONDS },
  }
  const keys = readKeySet(objectOf(keySet.json))
  return {
    name: 'Claimcheck',
    close: connections.close,
    async run() {
      const nonce = nextCode()
      const callback = callbackOf(issuer, nonce)
      const begun = { state, nonce, codeVerifier, maximumAge: undefined }
      const finished = await finishLogin(party, begun, callback, keySet)
      const { tokenResponse, unreached, userInfo, opinion: secondOpinion } = finished
      const { verdict, identity } = await judgeOidcLogin(
        { callback, tokenResponse, unreached, userInfo, secondOpinion },
        {
          now: new Date(),
          policy: { mode: 'strict', clockSkewSeconds: DEFAULT_CLOCK_SKEW_SECONDS },
          provider: { issuer, tenants: undefined, keys, signingAlgorithms: ['RS256'] },
          client: { id: CLIENT, secret: undefined, signingAlgorithm: undefined, decryptionKeys: [] },
          request: { nonce, maximumAge: undefined, acrValues: undefined, subject: undefined },
          callback: { state, issuerAnnounced: true },
          ...{
            mapping: tokenClaimNames,
            requiredClaims: ['email'],
            emailDomains: ['example.com'],
            stopwatch: undefined,
          },
        },
      )
      if (verdict !== 'accepted' || identity?.profile.email !== 'ada@example.com') throw new Error(verdict)
    },
  }
}

/** The same requests with the library alone, its signature checks on. */
export async function openidClient(issuer: string): Promise<Contender> {
  const config = await client.discovery(new URL(issuer), CLIENT, undefined, client.ClientSecretPost(SECRET), {
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  })
  return {
    name: 'openid-client',
    async run() {
      const nonce = nextCode()
      const address = new URL(REDIRECT_URI)
      address.search = callbackOf(issuer, nonce).toString()
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        idTokenExpected: true,
      }
      const tokens = await client.authorizationCodeGrant(config, address, checks)
      const { email } = await client.fetchUserInfo(config, tokens.access_token, SUBJECT)
      if (email !== 'ada@example.com') throw new Error(`${email}`)
    },
  }
}

function objectOf(bytes: Uint8Array) {
  const read = readJsonDocument(bytes, 'document')
  if (isRefusal(read)) throw new Error(read.kind)
  return read
}
