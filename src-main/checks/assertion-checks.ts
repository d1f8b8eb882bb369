import type { Check, CheckOf } from './finding/outcome.ts'
import type { ResponseSubject } from './reading/response-subject.ts'
import { responseChecks } from './response-checks.ts'
import { destinationIsOurs } from './saml/destination.ts'
import { assertionIsEncrypted } from './saml/encryption-demanded.ts'
import { responseAnswersRequest } from './saml/in-response-to.ts'
import { responseIsFresh } from './saml/issue-instant.ts'
import { responseIssuerIsKnown } from './saml/issuer.ts'
import { assertionIsNew } from './saml/replay.ts'
import { messageFitsSchema } from './saml/schema.ts'
import { signatureIsThere } from './saml/signature-presence.ts'
import { statusIsSuccess } from './saml/status.ts'

/** Whether the assertion is signed itself: what its response would have covered nobody can tell. */
const assertionIsSigned: CheckOf<ResponseSubject, 'saml.signature'> = {
  code: 'saml.signature',
  run({ signatures, sealed }) {
    if (sealed) return unknown('What is encrypted could not be opened, so it is not known whether it is signed inside.')
    const [signature] = signatures
    if (signature === undefined)
      return unknown('It carries no signature of its own; that of its response may have covered it.')
    const trust = signature.judgement.verified === undefined ? 'unverified' : 'verified'
    return { kind: 'passed', trust, actual: 'signed: assertion' }
  },
}

const unknown = (detail: string) => ({ kind: 'not-verified', trust: 'unverified', detail }) as const

/** What asks for a response around the assertion. */
const ofTheResponse: ReadonlySet<Check<ResponseSubject>> = new Set<Check<ResponseSubject>>([
  messageFitsSchema,
  statusIsSuccess,
  signatureIsThere,
  assertionIsEncrypted,
  responseIssuerIsKnown,
  destinationIsOurs,
  responseAnswersRequest,
  responseIsFresh,
  assertionIsNew,
])

/** Of the checks of a response those that an assertion alone can be put to. */
export const assertionChecks: readonly Check<ResponseSubject>[] = [
  assertionIsSigned,
  ...responseChecks.filter((check) => !ofTheResponse.has(check)),
]
