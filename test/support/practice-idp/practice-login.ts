import { createHash, randomBytes } from 'node:crypto'
import { identityProviderFrom } from '#main/checks/intake/from-metadata.ts'
import { fetchMetadata } from '#main/desktop/identity-provider/fetch-metadata.ts'
import { type PracticeIdp, startPracticeIdp } from '#main/practice-idp/practice-idp.ts'
import { writeServiceProviderMetadata } from '#main/saml/metadata/write-service-provider-metadata.ts'
import { applicationJudge } from '#main/test-login/judges/application-judge.ts'
import { requireComplete } from '#main/test-login/judges/tested-configuration.ts'
import { startTestLogin } from '#main/test-login/run/start-test-login.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import type { Connection } from '#shared/model/connection.ts'
import { TestRunId } from '#shared/model/ids.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import type { FaultId } from '#shared/model/practice-idp.ts'
import type { Problem } from '#shared/model/problem.ts'
import type { TestRun } from '#shared/model/test-run.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import { aConnection, aServiceProvider } from '../model/a-connection.ts'
import { anIntake } from '../model/an-intake.ts'
import { makeSigningIdentity } from '../pki/signing-identity.ts'
import { headlessTransport } from './headless-transport.ts'
import { ACS_URL, ENTITY_ID, NOW } from './running-practice-idp.ts'

/** What is silent stays so until the test is over: waiting longer would change nothing. What is not may be slow on a busy machine. */
const patience = (isSilent: boolean) => (isSilent ? 300 : 60_000)

/**
 * One connection with the practice identity provider, from metadata to verdict, over real HTTP and without a window: what an
 * administrator of the application does, one function each.
 */
export class PracticeLogin {
  readonly idp: PracticeIdp
  readonly privateKey
  readonly #stop: AbortController
  #connection: Connection

  private constructor(idp: PracticeIdp, sp: Awaited<ReturnType<typeof makeSigningIdentity>>, stop: AbortController) {
    this.idp = idp
    this.privateKey = sp.privateKey
    this.#stop = stop
    this.#connection = aConnection({
      intake: anIntake({ domains: ['example.com'] }),
      serviceProvider: aServiceProvider({ entityId: ENTITY_ID, acsUrl: ACS_URL, certificate: sp.certificate.summary }),
      identityProvider: null,
      mapping: wellKnownClaimNames,
      policy: { ...defaultJudgingPolicy, mode: 'strict' },
    })
  }

  static async open(clock = () => NOW): Promise<PracticeLogin> {
    const stop = new AbortController()
    const wait = () => new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()))
    const [idp, sp] = await Promise.all([
      startPracticeIdp({ clock, random: randomBytes, wait }),
      makeSigningIdentity('rsa-2048'),
    ])
    const login = new PracticeLogin(idp, sp, stop)
    const certificate = sp.certificate.x509.raw.toString('base64')
    idp.registerServiceProvider(
      writeServiceProviderMetadata({
        entityId: ENTITY_ID,
        acsUrl: ACS_URL,
        signOutUrl: null,
        certificate,
        encryptionCertificate: certificate,
        wantAssertionsSigned: true,
        authnRequestsSigned: true,
      }),
    )
    await login.loadMetadata()
    return login
  }

  get connection(): Connection {
    return this.#connection
  }

  /** Exactly these. */
  switchOn(...faults: FaultId[]): void {
    this.idp.setFaults(faults)
  }

  switchOff(fault: FaultId): void {
    const status = this.idp.status()
    if (status.state === 'running') this.idp.setFaults(status.faults.filter((each) => each !== fault))
  }

  /** Begins anew with the identity provider as it is. @throws {InputRefused} */
  async loadMetadata(url = this.idp.metadataUrl): Promise<void> {
    const status = this.idp.status()
    const isSilent = status.state === 'running' && status.faults.includes('silent-metadata')
    const timeoutMs = patience(isSilent && url === this.idp.metadataUrl)
    const bytes = await fetchMetadata(url, { field: 'url', timeoutMs })
    const source = { kind: 'url' as const, url }
    const identityProvider = identityProviderFrom(bytes, { source, field: 'url', now: NOW, mode: 'strict' })
    this.#connection = { ...this.#connection, identityProvider }
  }

  /** By hand, beside what metadata said. */
  async loadCertificate(): Promise<void> {
    const { readCertificate } = await import('#main/pki/certificate/read-certificate.ts')
    const { identityProvider } = this.#connection
    if (identityProvider === null) throw new Error('nothing was loaded yet')
    const pem = await (await fetch(`${this.idp.url}/certificate.pem`)).text()
    const signingCertificates = [...identityProvider.signingCertificates, readCertificate(pem).summary]
    this.#connection = { ...this.#connection, identityProvider: { ...identityProvider, signingCertificates } }
  }

  mapEmail(name: string): void {
    const { mapping } = this.#connection
    this.#connection = { ...this.#connection, mapping: { ...mapping, email: [...mapping.email, name] } }
  }

  /** As after a fault: the connection as it was before. */
  restore(connection: Connection): void {
    this.#connection = connection
  }

  async run(): Promise<TestRun> {
    const { ended } = await startTestLogin({
      id: TestRunId.parse(`run_${'0'.repeat(22)}`),
      connectionId: this.#connection.id,
      target: 'application',
      judge: applicationJudge({
        connection: requireComplete(this.#connection),
        privateKey: this.privateKey,
        clock: () => NOW,
        random: randomBytes,
        stopwatch: () => 0,
        configurationSha256: (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex'),
        wasUsed: () => false,
        vouch: ({ judgement, configurationSha256, testedAt }) => ({
          configurationSha256,
          verdict: judgement.verdict,
          codes: [],
          messageSha256: 'd'.repeat(64),
          testedAt: testedAt.toISOString(),
          keyId: 'key',
          signature: 'signature',
        }),
      }),
      transport: headlessTransport(),
      clock: () => NOW,
      save: async () => {},
      onEvent: () => {},
      report: (what, cause) => {
        throw new Error(what, { cause })
      },
    })
    return ended
  }

  /** Why metadata could not be loaded, or what became of a login with it. */
  async setUpAndRun(): Promise<TestRun | Problem> {
    try {
      await this.loadMetadata()
    } catch (error) {
      if (error instanceof InputRefused) return error.problem
      throw error
    }
    return this.run()
  }

  async stop(): Promise<void> {
    this.#stop.abort()
    await this.idp.stop()
  }
}
