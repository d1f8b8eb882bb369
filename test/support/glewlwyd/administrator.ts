interface Credentials {
  readonly username: string
  readonly password: string
}

/** Somebody who is signed in there, by its own API. The first administrator's password is the one it is delivered with. */
export class GlewlwydAdministrator {
  readonly #issuer: string
  #cookie = ''

  constructor(issuer: string) {
    this.#issuer = issuer
  }

  async signIn({ username, password }: Credentials = { username: 'admin', password: 'password' }): Promise<void> {
    await this.call('POST', '/auth', { username, password })
  }

  /** Code flow with PKCE; e-mail address, its verification and the given name are in ID Token and UserInfo. */
  async addProvider(key: { readonly key: string; readonly cert: string }): Promise<void> {
    await this.call('POST', '/mod/plugin/', {
      ...{ module: 'oidc', name: 'oidc', display_name: 'OpenID Connect', enabled: true },
      parameters: {
        iss: this.#issuer,
        ...{ 'jwt-type': 'rsa', 'jwt-key-size': '256', ...key, 'jwks-show': true },
        ...{ 'access-token-duration': 3600, 'refresh-token-duration': 86_400, 'code-duration': 60 },
        ...{ 'auth-type-code-enabled': true, 'allow-non-oidc': false, 'subject-type': 'public' },
        ...{ 'pkce-allowed': true, 'pkce-required': true, 'pkce-method-plain-allowed': false, 'oauth-as-iss-id': true },
        ...{ 'email-claim': 'mandatory', 'name-claim': 'mandatory' },
        claims: [
          {
            ...{ name: 'email_verified', 'user-property': 'email_verified', type: 'boolean', mandatory: true },
            ...{ 'boolean-value-true': 'yes', 'boolean-value-false': 'no' },
          },
          { name: 'given_name', 'user-property': 'given_name', mandatory: true },
        ],
      },
    })
  }

  async addPerson(person: Credentials & { readonly name: string; readonly email: string }): Promise<void> {
    const [given_name] = person.name.split(' ')
    await this.call('POST', '/user/', {
      ...{ ...person, given_name, email_verified: 'yes', enabled: true, scope: ['openid'] },
    })
  }

  async addApplication(application: {
    readonly clientId: string
    readonly clientSecret: string
    readonly redirectUri: string
  }): Promise<void> {
    const { clientId, clientSecret, redirectUri } = application
    await this.call('POST', '/client/', {
      ...{ client_id: clientId, name: 'Claimcheck', enabled: true, confidential: true, scope: [] },
      ...{ password: clientSecret, client_secret: clientSecret, redirect_uri: [redirectUri] },
      authorization_type: ['code'],
      token_endpoint_auth_method: ['client_secret_basic'],
    })
  }

  async call(method: string, path: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.#issuer}/api${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie: this.#cookie },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    for (const line of answer.headers.getSetCookie()) this.#cookie = line.split(';')[0] ?? ''
  }

  /** Where it sends the browser. */
  async locationOf(url: string): Promise<string> {
    const answer = await fetch(url, { headers: { cookie: this.#cookie }, redirect: 'manual' })
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
    return location
  }
}
