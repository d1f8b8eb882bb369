import { SAML } from '@node-saml/node-saml'
import { judgeResponse } from '#main/checks/judge-response.ts'
import type { ResponseContext } from '#main/checks/response-context.ts'
import { decodePost } from '#main/saml/binding/post-binding.ts'
import { wellKnownClaimNames } from '#shared/model/claim-names.ts'
import { defaultJudgingPolicy } from '#shared/model/policy.ts'
import type { Contender } from '#test/support/benchmarks/in-turn.ts'
import type { BenchmarkMessage } from './message.ts'

/** Everything is given, so that every check has something to judge; the schema only where it is asked for, the second witness never. */
export function claimcheck(
  message: BenchmarkMessage,
  name = 'Claimcheck',
  more: Partial<ResponseContext> = {},
): Contender {
  const { x509, summary } = message.signer.certificate
  const context: ResponseContext = {
    now: message.now,
    policy: defaultJudgingPolicy,
    identityProvider: { entityId: message.issuer, certificates: [{ sha256: summary.sha256, x509 }] },
    serviceProvider: {
      entityId: message.audience,
      acsUrl: message.acsUrl,
      decryptionKeys: [message.reader.privateKey],
    },
    solicitation: { kind: 'requested', requestId: message.requestId },
    mapping: wellKnownClaimNames,
    requiredClaims: ['email'],
    emailDomains: ['example.com'],
    maximumAuthenticationAge: 3_600,
    wasUsed: () => false,
    stopwatch: undefined,
    ...more,
  }
  return {
    name,
    run() {
      const { verdict, identity } = judgeResponse(decodePost(message.samlResponse), context)
      if (verdict !== 'accepted' || identity?.nameId !== NAME_ID) throw new Error(`${name}: ${verdict}`)
    },
  }
}

export function nodeSaml(message: BenchmarkMessage): Contender {
  const saml = new SAML({
    callbackUrl: message.acsUrl,
    issuer: message.audience,
    audience: message.audience,
    idpCert: message.signer.certificate.summary.pem,
    decryptionPvk: message.reader.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: message.kind === 'both signed',
    // However long a busy machine takes, the message must not expire under the measurement.
    acceptedClockSkewMs: 86_400_000,
  })
  return {
    name: '@node-saml/node-saml',
    async run() {
      const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: message.samlResponse })
      if (profile?.nameID !== NAME_ID) throw new Error('node-saml: not accepted')
    },
  }
}

const NAME_ID = 'ada.lovelace@example.com'
