import { createHash, createPublicKey } from 'node:crypto'
import {
  type OpenProvider,
  openProvider,
  type ProviderAccount,
  type ProviderClient,
} from '#main/oidc/provider/open-provider.ts'
import type { PracticePerson } from '#shared/model/practice-idp.ts'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import { layout } from '../pages/layout.ts'
import { problemPage } from '../pages/problem-page.ts'

export const OPENID_PATH = '/oidc'

/**
 * The same people and the same key behind OpenID Connect. The provider is opened when somebody first comes to it.
 */
export class OpenidSide {
  readonly clients = new Map<string, ProviderClient>()
  readonly #idp: IdentityProviderState
  #opened: Promise<OpenProvider> | undefined

  constructor(idp: IdentityProviderState) {
    this.#idp = idp
  }

  get issuer(): string {
    return `${this.#idp.url}${OPENID_PATH}`
  }
  get discoveryUrl(): string {
    return `${this.issuer}/.well-known/openid-configuration`
  }

  open(): Promise<OpenProvider> {
    this.#opened ??= this.#openWithClients()
    return this.#opened
  }

  /** As an administrator there would. */
  async register(client: ProviderClient): Promise<void> {
    this.clients.set(client.clientId, client)
    if (this.#opened !== undefined) await (await this.#opened).registerClient(client)
  }

  async #openWithClients(): Promise<OpenProvider> {
    const idp = this.#idp
    const { privateKey } = idp.signing
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
    const provider = await openProvider({
      issuer: this.issuer,
      signingKey: { privateKey, keyId: createHash('sha256').update(spki).digest('base64url').slice(0, 16) },
      cookieSecret: idp.secret(),
      cookieSuffix: new URL(idp.url).port,
      findAccount: (sub) => accountOf(idp.people.find(({ username }) => username === sub)),
      signInPath: (interaction) => `/oidc-login/${interaction}`,
      renderError: ({ error, description }) => {
        idp.onEvent({ kind: 'request-refused', reason: error })
        const values = { error, ...(description === undefined ? {} : { description }) }
        const page = problemPage({ what: 'The OpenID Connect request was refused.', remedy, values })
        return layout(page, idp.secret())
      },
      clock: idp.clock,
    })
    for (const client of this.clients.values()) await provider.registerClient(client)
    return provider
  }
}

const remedy = 'Compare client ID and redirect URI with what is registered on the front page, character for character.'

/** Whoever has an e-mail address here has shown that it is theirs; who has none brings no claim of one. */
function accountOf(person: PracticePerson | undefined): ProviderAccount | undefined {
  if (person === undefined) return undefined
  const { username, email, givenName, familyName, groups } = person
  return {
    sub: username,
    preferred_username: username,
    ...(email === '' ? {} : { email, email_verified: true }),
    given_name: givenName,
    family_name: familyName,
    name: `${givenName} ${familyName}`,
    groups,
  }
}
