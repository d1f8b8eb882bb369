import { type KeyObject, X509Certificate } from 'node:crypto'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { BindingRefused } from '#main/saml/binding/binding-refused.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import { messageId } from '#main/saml/message-id.ts'
import { loadSchemaValidator } from '#main/saml/schema/load-schema-validator.ts'
import { startLogin } from '#main/saml/service-provider/start-login.ts'
import { loadSecondWitness } from '#main/xml/witness/load-second-witness.ts'
import type { CertificateSummary } from '#shared/model/certificate.ts'
import type { ResponseJudgement } from '#shared/model/judgement.ts'
import type { Receipt } from '#shared/model/receipt.ts'
import { InputRefused } from '#shared/problems/input-refused.ts'
import type { BegunSamlLogin, JudgedLogin, LoginJudge } from '../run/login-judge.ts'
import { type CompleteConnection, testedConfiguration } from './tested-configuration.ts'

export interface ApplicationJudgeOptions {
  readonly connection: CompleteConnection
  /** The service provider's: signs the request, opens encrypted assertions. */
  readonly privateKey: KeyObject
  readonly clock: () => Date
  /** Cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array
  /** Milliseconds. */
  readonly stopwatch: () => number
  readonly configurationSha256: (configuration: unknown) => string
  readonly vouch: (tested: TestedLogin) => Receipt
  /** Whether an earlier test login brought this very assertion. */
  readonly wasUsed: (issuer: string, assertionId: string) => boolean
}

export interface TestedLogin {
  readonly configurationSha256: string
  readonly judgement: ResponseJudgement
  readonly message: Uint8Array
  readonly testedAt: Date
}

const REQUEST_ID_BYTES = 16

/** For an application elsewhere: this machine holds its key, asks in its name and judges by the connection's policy. */
export const applicationJudge = (options: ApplicationJudgeOptions): LoginJudge<BegunSamlLogin> => ({
  begin: async (): Promise<BegunSamlLogin> => {
    const { identityProvider, serviceProvider } = options.connection
    const { binding, url: destination } = identityProvider.singleSignOn
    const sentAt = options.clock()
    const { request, start } = startLogin({
      id: messageId(options.random(REQUEST_ID_BYTES)),
      issueInstant: sentAt,
      issuer: serviceProvider.entityId,
      destination,
      acsUrl: serviceProvider.acsUrl,
      binding,
      relayState: Buffer.from(options.random(REQUEST_ID_BYTES)).toString('hex'),
      signWith: { key: options.privateKey, hash: 'sha256' },
    })
    const configurationSha256 = options.configurationSha256(testedConfiguration(options.connection))
    return {
      request: { ...request, destination },
      start,
      callbackUrl: serviceProvider.acsUrl,
      configurationSha256,
      judge: ({ samlResponse }) => judge(options, { requestId: request.id, sentAt }, configurationSha256, samlResponse),
    }
  },
})

interface Asked {
  readonly requestId: string
  readonly sentAt: Date
}

async function judge(
  options: ApplicationJudgeOptions,
  asked: Asked,
  configurationSha256: string,
  samlResponse: string,
): Promise<JudgedLogin> {
  const message = decode(samlResponse)
  const [schemaValidator, secondWitness] = await Promise.all([loadSchemaValidator(), loadSecondWitness()])
  const testedAt = options.clock()
  const judgement = judgeResponse(message, {
    ...contextOf(options, asked, testedAt),
    schemaValidator,
    secondWitness,
  })
  const receipt = options.vouch({ configurationSha256, judgement, message, testedAt })
  // Whom an application elsewhere knows is not ours to say.
  return { judgement, outcome: null, receipt }
}

function contextOf(options: ApplicationJudgeOptions, asked: Asked, now: Date): ResponseContext {
  const { identityProvider, serviceProvider, retired, intake, mapping, policy } = options.connection
  return {
    now,
    policy,
    identityProvider: {
      entityId: identityProvider.entityId,
      certificates: identityProvider.signingCertificates.map(known),
      retiredCertificates: retired.identityProvider.map(known),
    },
    serviceProvider: {
      entityId: serviceProvider.entityId,
      acsUrl: serviceProvider.acsUrl,
      decryptionKeys: [options.privateKey],
      retiredKeys: retired.serviceProvider.map(({ pem }) => new X509Certificate(pem).publicKey),
    },
    solicitation: { kind: 'requested', ...asked },
    mapping,
    requiredClaims: ['email'],
    emailDomains: intake.domains,
    maximumAuthenticationAge: undefined,
    wasUsed: options.wasUsed,
    stopwatch: options.stopwatch,
  }
}

const known = ({ sha256, pem }: CertificateSummary) => ({ sha256, x509: new X509Certificate(pem) })

function decode(samlResponse: string): Uint8Array {
  try {
    return decodePost(samlResponse)
  } catch (cause) {
    const isTooLarge = cause instanceof BindingRefused && cause.reason === 'too-large'
    throw new InputRefused(isTooLarge ? 'test-login.too-large' : 'test-login.not-base64', null, { cause })
  }
}
