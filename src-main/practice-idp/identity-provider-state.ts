import type { NameIdValues } from '#main/saml/identity-provider/response-values.ts'
import type { FaultId, PracticePerson } from '#shared/model/practice-idp.ts'
import { faultCatalogue } from '#shared/practice-faults/fault-catalogue.ts'
import type { SamlFault, Scene } from './faults/fault.ts'
import { faultsAmong } from './faults/fault-table.ts'
import type { Exercise } from './faults/make-exercise.ts'
import type { LogoutRun } from './logout/logout-run.ts'
import type { PracticeIdpEvent } from './practice-idp-event.ts'
import type { Profile } from './profiles/profile.ts'
import type { LoginRequest } from './requests/login-request.ts'
import type { RegisteredServiceProvider } from './service-providers/read-service-provider.ts'
import { ExpiringStore } from './sessions/expiring-store.ts'
import type { PracticeSigning } from './signing/practice-signing.ts'
import { SpareKeys } from './signing/spare-keys.ts'

/** A person signed in at the identity provider, in one browser. */
export interface Session {
  readonly person: PracticePerson
  readonly signedInAt: Date
  readonly index: string
  readonly secondFactor: boolean
  /** Applications it opened, by entity ID, and what each was told the person's name is. */
  readonly participants: Map<string, NameIdValues>
}

const LOGIN_MINUTES = 10
const SESSION_HOURS = 8
/** As long as a message is fresh, and the clocks' difference on both ends of it. */
const USED_MINUTES = 15

export interface StateOptions {
  readonly profile: Profile
  readonly people: readonly PracticePerson[]
  readonly signing: PracticeSigning
  readonly clock: () => Date
  readonly random: (bytes: number) => Uint8Array
  readonly onEvent: (event: PracticeIdpEvent) => void
  /** Lets time pass, in milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** All that one running practice identity provider knows. It lives in memory and ends with it. */
export class IdentityProviderState {
  /** Without a slash at its end; known once the port is. */
  url = ''
  readonly serviceProviders = new Map<string, RegisteredServiceProvider>()
  readonly faults = new Set<FaultId>()
  exercise: Exercise | undefined
  readonly logins: ExpiringStore<LoginRequest>
  readonly sessions: ExpiringStore<Session>
  /** Sign-outs on their way through the applications, by RelayState. */
  readonly logoutRuns: ExpiringStore<LogoutRun>
  /** LogoutRequests that were taken. */
  readonly usedLogouts: ExpiringStore<true>
  readonly profile: Profile
  readonly people: readonly PracticePerson[]
  readonly signing: PracticeSigning
  readonly clock: () => Date
  readonly onEvent: (event: PracticeIdpEvent) => void
  readonly wait: (milliseconds: number) => Promise<void>
  readonly #spareKeys: SpareKeys
  readonly #random: (bytes: number) => Uint8Array

  constructor({ profile, people, signing, clock, random, onEvent, wait }: StateOptions) {
    this.profile = profile
    this.people = people
    this.signing = signing
    this.clock = clock
    this.onEvent = onEvent
    this.wait = wait
    this.#random = random
    this.#spareKeys = new SpareKeys(clock, random)
    this.logins = new ExpiringStore(clock, LOGIN_MINUTES * 60_000)
    this.sessions = new ExpiringStore(clock, SESSION_HOURS * 3_600_000)
    this.logoutRuns = new ExpiringStore(clock, LOGIN_MINUTES * 60_000)
    this.usedLogouts = new ExpiringStore(clock, USED_MINUTES * 60_000)
  }

  get metadataUrl(): string {
    return `${this.url}/metadata`
  }
  get entityId(): string {
    return this.profile.entityId(this.url)
  }
  get singleSignOnUrl(): string {
    return `${this.url}/sso`
  }

  get singleLogoutUrl(): string {
    return `${this.url}/slo`
  }

  /** The entity ID it goes by: another one where a fault says so. */
  get spokenEntityId(): string {
    return this.activeFaults.reduce((entityId, fault) => fault.entityId?.(entityId) ?? entityId, this.entityId)
  }

  get activeFaults(): readonly SamlFault[] {
    return faultsAmong(this.activeIds)
  }

  /** Those that are switched on, told or not. */
  get activeIds(): ReadonlySet<FaultId> {
    return this.exercise === undefined ? this.faults : new Set([...this.faults, this.exercise.fault])
  }

  beginExercise(exercise: Exercise): void {
    this.exercise = exercise
    this.setFaults([])
  }

  endExercise(): void {
    this.exercise = undefined
    this.onEvent({ kind: 'faults-changed' })
  }

  setFaults(ids: readonly FaultId[]): void {
    this.faults.clear()
    for (const id of ids) this.faults.add(id)
    this.onEvent({ kind: 'faults-changed' })
  }

  /** A slip is over after one login. */
  endSlips(): void {
    const slips = [...this.faults].filter((id) => faultCatalogue[id].once)
    for (const id of slips) this.faults.delete(id)
    if (slips.length > 0) this.onEvent({ kind: 'slip-ended' })
  }

  get scene(): Scene {
    return { now: this.clock(), random: this.#random, spareKeys: this.#spareKeys }
  }

  /** What it signs with now. */
  currentSigning(): Promise<PracticeSigning> {
    return this.#signingBy(this.activeFaults)
  }

  /** What stands in its metadata. */
  publishedSigning(): Promise<PracticeSigning> {
    return this.#signingBy(this.activeFaults.filter(({ keepsMetadata }) => !keepsMetadata))
  }

  async #signingBy(faults: readonly SamlFault[]): Promise<PracticeSigning> {
    let signing = this.signing
    for (const fault of faults) signing = (await fault.signing?.(signing, this.scene)) ?? signing
    return signing
  }

  random(bytes: number): Uint8Array {
    return this.#random(bytes)
  }

  /** 128 bits nobody guesses, fit for an address and a cookie. */
  secret(): string {
    return Buffer.from(this.#random(16)).toString('hex')
  }
}
