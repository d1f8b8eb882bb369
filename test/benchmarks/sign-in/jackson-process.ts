import { createRequire } from 'node:module'
import { join } from 'node:path'
import { decodeRedirect } from '#main/saml/binding/redirect-binding.ts'
import type { AnsweredLogin, BegunLogin } from './contender.ts'
import { answerQuestions, processorTime } from './process.ts'

/** As much of the peer's own types as is called here. */
interface Jackson {
  readonly connectionAPIController: {
    createSAMLConnection: (
      connection: Readonly<Record<string, string>>,
    ) => Promise<{ clientID: string; clientSecret: string }>
  }
  readonly oauthController: {
    authorize: (request: Readonly<Record<string, string>>) => Promise<{ redirect_url?: string }>
    samlResponse: (posted: { SAMLResponse: string; RelayState: string }) => Promise<{ redirect_url?: string }>
    token: (request: Readonly<Record<string, string>>) => Promise<{ access_token: string }>
  }
}

const REDIRECT_URL = 'http://127.0.0.1:3366/login'

/** The peer's own sign-in: authorize, samlResponse, token. Its store is in memory, and nobody asks it over HTTP. */
export async function runJackson(): Promise<void> {
  const peers = createRequire(join(process.env.CLAIMCHECK_BENCHMARK_PEER ?? '', 'package.json'))
  const make = (peers('@boxyhq/saml-jackson') as { default: (options: object) => Promise<Jackson> }).default
  const { connectionAPIController, oauthController } = await make({
    externalUrl: 'http://127.0.0.1:5225',
    samlAudience: 'https://saml.boxyhq.com',
    samlPath: '/api/oauth/saml',
    db: { engine: 'mem' },
    noAnalytics: true,
    logger: { info: () => {}, error: () => {}, warn: () => {} },
  })
  let client = { client_id: '', client_secret: '' }
  let used = 0

  /** What the library does counts; what the two processes tell each other does not. */
  async function measured<Result>(work: () => Promise<Result>): Promise<Result> {
    const before = processorTime()
    const result = await work()
    used += processorTime() - before
    return result
  }

  async function begin(): Promise<BegunLogin> {
    const { redirect_url } = await oauthController.authorize({
      client_id: client.client_id,
      redirect_uri: REDIRECT_URL,
      response_type: 'code',
      state: 'a-state',
    })
    const { xml, relayState } = decodeRedirect(new URL(redirect_url ?? '').search)
    const requestId = / ID="([^"]+)"/.exec(Buffer.from(xml).toString('utf8'))?.[1] ?? ''
    return { requestId, relayState: relayState ?? '', cookie: '' }
  }

  async function finish({ samlResponse, relayState }: AnsweredLogin): Promise<void> {
    const { redirect_url } = await oauthController.samlResponse({ SAMLResponse: samlResponse, RelayState: relayState })
    const code = new URL(redirect_url ?? '').searchParams.get('code') ?? ''
    const { access_token } = await oauthController.token({
      grant_type: 'authorization_code',
      ...client,
      redirect_uri: REDIRECT_URL,
      code,
    })
    if (!access_token) throw new Error('no token')
  }

  answerQuestions({
    open: async (rawMetadata: string) => {
      const connection = await connectionAPIController.createSAMLConnection({
        tenant: 'acme.example',
        product: 'benchmark',
        rawMetadata,
        defaultRedirectUrl: REDIRECT_URL,
        redirectUrl: JSON.stringify([REDIRECT_URL]),
      })
      client = { client_id: connection.clientID, client_secret: connection.clientSecret }
    },
    begin: (count: number) =>
      measured(async () => {
        const logins: BegunLogin[] = []
        for (let index = 0; index < count; index += 1) logins.push(await begin())
        return logins
      }),
    finish: (logins: readonly AnsweredLogin[]) =>
      measured(async () => {
        for (const login of logins) await finish(login)
      }),
    used: () => used,
    stop: () => {},
  })
}
