import { z } from 'zod'
import { callRoute } from '#main/net/call-route.ts'
import { getOrganisation, type Organisation } from '#shared/http-api/organisation.ts'
import type { TenantPlace, TenantStatus } from '#shared/model/tenant.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { backendProblem } from './backend-problem.ts'
import { remoteBaseUrl } from './remote-base-url.ts'
import { apiKeyIdOf, type TenantAccess } from './tenant-access.ts'

/** What a person enters to reach a backend elsewhere. */
export interface RemoteInput {
  readonly url: string
  readonly apiKey: string
  /** PEM of an authority that signed the server's certificate; empty: the public ones. */
  readonly certificateAuthority: string
}

/** Sealed as one, so that a key is never sent to an address it was not given for. */
const Kept = z.object({ baseUrl: z.url(), apiKey: z.string(), certificateAuthorities: z.array(z.string()).optional() })
const NAME = 'tenant.remote-access'

/** A tenant backend that runs elsewhere. Its API key is sealed here, and leaves this process for that backend alone. */
export class RemoteTenant {
  readonly #secrets: Secrets
  #connected: { readonly access: TenantAccess; readonly organisation: Organisation } | undefined

  constructor(secrets: Secrets) {
    this.#secrets = secrets
  }

  /** @param place where it is, of what the settings remember */
  status(place: TenantPlace): TenantStatus {
    if (!this.#connected) return { state: 'stopped', place }
    const { access, organisation } = this.#connected
    return {
      state: 'running',
      place,
      url: access.baseUrl,
      organisationId: organisation.id,
      organisation: organisation.name,
      signInUrl: `${access.baseUrl}/sign-in`,
      apiKeyId: apiKeyIdOf(access.apiKey),
    }
  }

  /** @throws {InputRefused} tenant.not-connected */
  access(): TenantAccess {
    if (!this.#connected) throw new InputRefused('tenant.not-connected')
    return this.#connected.access
  }

  /** Tries the key before it is kept. @returns the backend's address. @throws {InputRefused} naming the field */
  async connect({ url, apiKey, certificateAuthority }: RemoteInput): Promise<string> {
    const baseUrl = remoteBaseUrl(url)
    if (apiKey.trim() === '') throw new InputRefused('tenant.key-missing', 'apiKey')
    const authority = certificateAuthority.trim()
    const kept = { baseUrl, apiKey: apiKey.trim(), ...(authority !== '' && { certificateAuthorities: [authority] }) }
    await this.#reach(kept)
    await this.#secrets.put(NAME, Buffer.from(JSON.stringify(kept)))
    return baseUrl
  }

  /** With the key that is kept. @throws {InputRefused} */
  async reconnect(): Promise<void> {
    const kept = await this.#secrets.get(NAME)
    if (!kept) throw new InputRefused('tenant.key-missing', 'apiKey')
    await this.#reach(Kept.parse(JSON.parse(kept.toString('utf8'))))
  }

  renamed(name: string): void {
    if (this.#connected)
      this.#connected = { ...this.#connected, organisation: { ...this.#connected.organisation, name } }
  }

  disconnect(): void {
    this.#connected = undefined
  }

  async forget(): Promise<void> {
    this.disconnect()
    await this.#secrets.remove(NAME)
  }

  async #reach({ baseUrl, apiKey, certificateAuthorities }: z.infer<typeof Kept>): Promise<void> {
    const access: TenantAccess = {
      baseUrl,
      apiKey,
      isRemote: true,
      ...(certificateAuthorities && { certificateAuthorities }),
    }
    try {
      const { organisation } = await callRoute(getOrganisation, access)
      this.#connected = { access, organisation }
    } catch (cause) {
      throw backendProblem(cause, getOrganisation, true)
    }
  }
}
