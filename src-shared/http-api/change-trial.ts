import { z } from 'zod'
import { Domain } from '../model/domain.ts'
import { ConnectionId, FlowId } from '../model/ids.ts'
import { JudgedLogin, JudgedOidcLogin, LoginTest, PostedResponse } from './login-test.ts'
import { OidcConfig, OidcConfigChange } from './oidc-config.ts'
import { SamlConfig, SamlConfigChange } from './provider.ts'
import { ADMIN_API, route } from './route.ts'

/**
 * A change of a published provider that is looked at, or tested, before it is made. Its key pair stays the
 * provider's own.
 */
export const TriedChange = z.strictObject({
  issuer: z.string().trim().min(1).max(1_024).optional(),
  domains: z.array(Domain).max(500).optional(),
  /** What is left out stays as it is; null takes an optional field away. */
  config: z.union([SamlConfigChange.omit({ spPrivateKey: true, spCertificate: true }), OidcConfigChange]).optional(),
})
export type TriedChange = z.infer<typeof TriedChange>

const provider = `${ADMIN_API}/providers/:id`
const params = z.object({ id: ConnectionId })
const change = { config: { idpSsoUrl: 'https://idp.acme.example/sso2' } }

export const previewChange = route({
  method: 'POST',
  path: `${provider}/change-preview`,
  summary: 'What would a change make of the provider, and was exactly that tested? Nothing is changed',
  params,
  body: TriedChange.meta({ examples: [change] }),
  success: {
    status: 200,
    body: z.object({
      preview: z.object({
        issuer: z.string(),
        domains: z.array(z.string()),
        /** Secrets masked. */
        config: z.union([SamlConfig, OidcConfig]),
        configurationSha256: z.string(),
        /** A test login of exactly this configuration was accepted: it may go live where the policy wants a receipt. */
        tested: z.boolean(),
      }),
    }),
  },
})
export const startChangeTest = route({
  method: 'POST',
  path: `${provider}/change-test`,
  summary: 'Begin a test login of the provider as a change would make it; sign-ins go on as they are',
  params,
  scope: 'sso:test',
  body: TriedChange.meta({ examples: [change] }),
  success: { status: 201, body: z.object({ test: LoginTest, configurationSha256: z.string() }) },
})
export const judgeChangeTest = route({
  method: 'POST',
  path: `${provider}/change-test/:testId/response`,
  summary: 'Hand in what the identity provider posted, with the same change, and get it judged',
  params: z.object({ id: ConnectionId, testId: FlowId }),
  scope: 'sso:test',
  body: PostedResponse.extend({ change: TriedChange }).meta({
    examples: [{ change, samlResponse: 'PHNhbWxwOlJlc3BvbnNlPi4uLg==', relayState: 'as it was sent' }],
  }),
  success: { status: 200, body: JudgedLogin },
})
export const judgeOidcChangeTest = route({
  method: 'POST',
  path: `${provider}/change-test/:testId/callback`,
  summary: 'Hand in what the OpenID provider sent the browser back with, with the same change, and get it judged',
  params: z.object({ id: ConnectionId, testId: FlowId }),
  scope: 'sso:test',
  body: z.strictObject({ change: TriedChange, callback: z.string().min(1).max(100_000) }).meta({
    examples: [{ change: { config: { clientId: 'another' } }, callback: 'code=a-code&state=as-it-was-sent' }],
  }),
  success: { status: 200, body: JudgedOidcLogin },
})
