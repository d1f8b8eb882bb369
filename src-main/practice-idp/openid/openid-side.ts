import { createHash, createPublicKey } from 'node:crypto'
import {
  type OpenProvider,
  openProvider,
  type ProviderAccount,
  type ProviderClient,
} from '#main/oidc/provider/open-provider.ts'
import type { PracticePerson } from '#shared/model/practice-idp.ts'
import { openidFaultsAmong } from '../faults/openid-fault-table.ts'
import type { IdentityProviderState } from '../identity-provider-state.ts'
import { layout } from '../pages/layout.ts'
import { problemPage } from '../pages/problem-page.ts'
import { signedOutPage, signOutPage } from '../pages/sign-out-page.ts'

export const OPENID_PATH = '/oidc'

/**
 * The same people and the same key behind OpenID Connect. The provider is opened when somebody first comes to it.
 */
export class OpenidSide {
  readonly #registered = new Map<string, ProviderClient>()
  /** What the provider was last told of each. */
  readonly #kept = new Map<string, string>()
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

  async open(): Promise<OpenProvider> {
    this.#opened ??= this.#openProvider()
    const provider = await this.#opened
    await this.#keepClients(provider)
    return provider
  }

  /** As an administrator there would. */
  register(client: ProviderClient): void {
    this.#registered.set(client.clientId, client)
  }

  /** As they are known now: a fault may have changed their secrets. */
  get clients(): readonly ProviderClient[] {
    const faults = openidFaultsAmong(this.#idp.activeIds)
    return [...this.#registered.values()].map((client) => {
      const { clientSecret } = client
      if (clientSecret === undefined) return client
      return {
        ...client,
        clientSecret: faults.reduce((secret, fault) => fault.clientSecret?.(secret) ?? secret, clientSecret),
      }
    })
  }

  get keyId(): string {
    const spki = createPublicKey(this.#idp.signing.privateKey).export({ type: 'spki', format: 'der' })
    return createHash('sha256').update(spki).digest('base64url').slice(0, 16)
  }

  async #keepClients(provider: OpenProvider): Promise<void> {
    for (const client of this.clients) {
      const known = JSON.stringify(client)
      if (this.#kept.get(client.clientId) === known) continue
      await provider.registerClient(client)
      this.#kept.set(client.clientId, known)
    }
  }

  #openProvider(): Promise<OpenProvider> {
    const idp = this.#idp
    const { privateKey } = idp.signing
    return openProvider({
      issuer: this.issuer,
      signingKey: { privateKey, keyId: this.keyId },
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
      renderSignOut: (form, formId) => layout(signOutPage(form, formId), idp.secret()),
      renderSignedOut: () => layout(signedOutPage(), idp.secret()),
      clock: idp.clock,
    })
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
