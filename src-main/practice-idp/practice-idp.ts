import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { ProviderClient } from '#main/oidc/provider/open-provider.ts'
import type { FaultId, PracticeIdpStatus, PracticePerson, PracticeTenant } from '#shared/model/practice-idp.ts'
import { makeExercise } from './faults/make-exercise.ts'
import { buildServer } from './http/build-server.ts'
import { IdentityProviderState } from './identity-provider-state.ts'
import { OpenidSide } from './openid/openid-side.ts'
import { practicePeople } from './people/practice-people.ts'
import type { PracticeIdpEvent } from './practice-idp-event.ts'
import { PracticeIdpRefused } from './practice-idp-refused.ts'
import { plain } from './profiles/plain.ts'
import type { Profile } from './profiles/profile.ts'
import { profileTable } from './profiles/profile-table.ts'
import { registerServiceProvider } from './service-providers/register-service-provider.ts'
import { aYearFrom, makePracticeSigning, type PracticeSigning, type Validity } from './signing/practice-signing.ts'

export interface PracticeIdpOptions {
  /** 0 or undefined: any free one. */
  readonly port?: number | undefined
  readonly host?: '127.0.0.1'
  readonly people?: readonly PracticePerson[] | undefined
  readonly clock: () => Date
  /** Cryptographic. */
  readonly random: (bytes: number) => Uint8Array
  /** Key and certificate of an earlier start; new ones where undefined. */
  readonly signing?: PracticeSigning | undefined
  /** Of a new certificate; a year from now where undefined. */
  readonly validity?: Validity | undefined
  readonly onEvent?: ((event: PracticeIdpEvent) => void) | undefined
  /** Lets time pass, for the fault that takes long. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined
}

/** An identity provider for practice, SAML and OpenID Connect, on loopback. It keeps everything in memory. */
export interface PracticeIdp {
  readonly url: string
  readonly entityId: string
  readonly metadataUrl: string
  /** Of OpenID Connect. */
  readonly issuer: string
  readonly discoveryUrl: string
  readonly people: readonly PracticePerson[]
  /** To start again as the same identity provider. The key is secret. */
  readonly signing: PracticeSigning
  /** The same people in the shapes of other makes, each at a path of its own, by SAML. */
  readonly tenants: readonly PracticeTenant[]
  status(): PracticeIdpStatus
  /** In every tenant; each has a switch page of its own as well. */
  setFaults(ids: readonly FaultId[]): void
  /** Switches on one mistake that nobody is told, and takes away those that are on. */
  beginExercise(): void
  /** Switches it off and says which it was. @throws {PracticeIdpRefused} `no-exercise` */
  endExercise(): FaultId
  /** As an administrator there would. @throws {PracticeIdpRefused} with a reason that begins with `metadata` */
  registerServiceProvider(metadataXml: string | Uint8Array): { entityId: string }
  /** The same for OpenID Connect. */
  registerClient(client: ProviderClient): void
  stop(): Promise<void>
}

/** @throws {PracticeIdpRefused} `port-taken` or `port-forbidden` */
export async function startPracticeIdp(options: PracticeIdpOptions): Promise<PracticeIdp> {
  const { clock, random, people = practicePeople, onEvent = () => {}, wait = passTime } = options
  const signing = options.signing ?? (await makePracticeSigning(options.validity ?? aYearFrom(clock()), random(16)))
  // What is done to all of them at once is told once.
  const tellOnce = (event: PracticeIdpEvent) => {
    if (event.kind !== 'faults-changed' && event.kind !== 'service-provider-registered') onEvent(event)
  }
  const open = (profile: Profile) =>
    new IdentityProviderState({
      ...{ profile, people, signing, clock, random, wait },
      onEvent: profile === plain ? onEvent : tellOnce,
    })
  const idp = open(plain)
  const tenants = profileTable.map(open)
  const all = [idp, ...tenants]
  const openid = new OpenidSide(idp)
  const server = await buildServer(idp, openid, tenants)
  const origin = await listen(server, options.port ?? 0)
  for (const each of all) each.url = `${origin}${each.profile.path}`
  let running = true
  return {
    url: idp.url,
    entityId: idp.entityId,
    metadataUrl: idp.metadataUrl,
    issuer: openid.issuer,
    discoveryUrl: openid.discoveryUrl,
    people,
    signing,
    tenants: tenants.map(tenantOf),
    status: () => (running ? statusOf(idp, openid, tenants) : { state: 'stopped' }),
    setFaults: (ids) => {
      for (const each of all) each.setFaults(ids)
    },
    beginExercise: () => {
      const exercise = makeExercise(random)
      for (const each of all) each.beginExercise(exercise)
    },
    endExercise: () => {
      const { exercise } = idp
      if (exercise === undefined) throw new PracticeIdpRefused('no-exercise', 'answered twice')
      for (const each of all) each.endExercise()
      return exercise.fault
    },
    registerClient: (client) => openid.register(client),
    registerServiceProvider: (metadataXml) => {
      for (const tenant of tenants) registerServiceProvider(tenant, metadataXml)
      return { entityId: registerServiceProvider(idp, metadataXml).entityId }
    },
    async stop() {
      running = false
      await server.close()
    },
  }
}

const passTime = (milliseconds: number) => setTimeout(milliseconds, undefined, { ref: false })

const HOST = '127.0.0.1'
const listenRefusals = new Map([
  ['EADDRINUSE', 'port-taken'],
  ['EACCES', 'port-forbidden'],
] as const)

async function listen(server: FastifyInstance, port: number): Promise<string> {
  try {
    await server.listen({ port, host: HOST })
  } catch (error) {
    await server.close()
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    const reason = listenRefusals.get(code as 'EADDRINUSE')
    throw reason === undefined ? error : new PracticeIdpRefused(reason, String(port), { cause: error })
  }
  return `http://${HOST}:${(server.server.address() as AddressInfo).port}`
}

const statusOf = (
  idp: IdentityProviderState,
  openid: OpenidSide,
  tenants: readonly IdentityProviderState[],
): PracticeIdpStatus => ({
  state: 'running',
  url: idp.url,
  entityId: idp.entityId,
  metadataUrl: idp.metadataUrl,
  people: [...idp.people],
  tenants: tenants.map(tenantOf),
  faults: [...idp.faults],
  ...(idp.exercise && { exercise: { choices: [...idp.exercise.choices] } }),
  openid: {
    issuer: openid.issuer,
    discoveryUrl: openid.discoveryUrl,
    clients: openid.clients.map(({ clientId }) => clientId),
  },
  serviceProviders: [...idp.serviceProviders.keys()],
})

const tenantOf = ({ profile, entityId, metadataUrl }: IdentityProviderState): PracticeTenant => ({
  name: profile.name,
  entityId,
  metadataUrl,
})
