import type { FaultCode } from '#shared/findings/catalogue.ts'
import { nearMiss } from '#shared/findings/near-miss.ts'
import type { Finding } from '#shared/model/finding.ts'
import { oidcRules } from './oidc-rules.ts'
import type { RootCauseRule } from './root-cause-rule.ts'

const sameActual = (cause: Finding, consequence: Finding) => cause.actual === consequence.actual

/** What the cause points at stands within what the consequence points at. */
const within = (cause: Finding, consequence: Finding) =>
  cause.location !== undefined &&
  consequence.location !== undefined &&
  cause.location.document === consequence.location.document &&
  `${cause.location.path}/`.startsWith(`${consequence.location.path}/`)

/** Both differ from what is expected, and in the same way. */
const sameSlip = (cause: Finding, consequence: Finding) => {
  const slip = slipIn(cause)
  return slip !== undefined && slip === slipIn(consequence)
}
const slipIn = ({ expected = '', actual = '' }: Finding) => nearMiss(expected, actual)

const samePlace = (cause: Finding, consequence: Finding) =>
  cause.location?.path === consequence.location?.path && cause.location?.document === consequence.location?.document

const brokenSignatures: readonly FaultCode[] = [
  'saml.signature-shape.malformed',
  'saml.signature-shape.reference',
  'saml.signature-digest.changed',
  'saml.signature.missing',
  'saml.signature.assertion-missing',
  'saml.signature.response-missing',
]
const wrapping: readonly FaultCode[] = [
  'saml.structure.look-alike',
  'saml.structure.assertion-misplaced',
  'saml.structure.several-assertions',
  'saml.structure.identifier-shared',
  'saml.structure.identifier-missing',
  'saml.structure.identifier-malformed',
  'saml.signature.misplaced',
  'saml.signature.too-many',
]

const alsoSchemaFaults: readonly FaultCode[] = [
  ...wrapping,
  'saml.message.version',
  'saml.status.missing',
  'saml.issue-instant.unreadable',
  'saml.assertion-issuer.missing',
  'saml.name-id.several',
  'saml.text.split',
  'saml.conditions.several',
  'saml.conditions.unknown',
  'saml.not-before.unreadable',
  'saml.not-on-or-after.unreadable',
  'saml.confirmation-time.unreadable',
  'saml.authn-statement.unreadable',
  'saml.signature-shape.malformed',
  'saml.encryption.malformed',
]

/** What follows from what. Earlier rows win; a consequence names the first cause that is there. */
export const rootCauseRules: readonly RootCauseRule[] = [
  // An error response is rarely signed and never carries an assertion.
  {
    cause: 'saml.status.not-success',
    explains: [
      'saml.structure.no-assertion',
      'saml.signature.missing',
      'saml.signature.assertion-missing',
      'saml.signature.response-missing',
    ],
  },
  // Moving signed parts about breaks several rules at once; it is one attack.
  ...wrapping.map((cause, index) => ({
    cause,
    explains: [...wrapping.slice(index + 1), 'saml.structure.no-assertion', ...brokenSignatures] as const,
  })),
  { cause: 'saml.structure.no-assertion', explains: ['saml.signature.missing', 'saml.signature.assertion-missing'] },

  // What is split reads as less than it is.
  {
    cause: 'saml.text.split',
    explains: [
      'saml.name-id.missing',
      'saml.assertion-issuer.mismatch',
      'saml.response-issuer.mismatch',
      'saml.audience.mismatch',
    ],
    when: samePlace,
  },

  // What a check names exactly, the schema repeats.
  ...alsoSchemaFaults.map((cause) => ({ cause, explains: ['saml.schema.invalid'] as const })),

  // Another identity provider signs with another key.
  {
    cause: 'saml.assertion-issuer.mismatch',
    explains: ['saml.signature-value.wrong-key', 'saml.signature-value.key-rolled', 'saml.signature-value.retired-key'],
  },
  { cause: 'saml.assertion-issuer.mismatch', explains: ['saml.response-issuer.mismatch'], when: sameActual },
  { cause: 'saml.assertion-issuer.missing', explains: ['saml.response-issuer.missing'] },
  { cause: 'saml.signature-digest.changed', explains: ['saml.signature-value.forged'] },
  {
    cause: 'saml.signature-digest.changed',
    explains: ['saml.encryption.corrupt', 'saml.encryption.not-xml', 'saml.encryption.other-content'],
    when: (cause, consequence) => within(consequence, cause),
  },
  // A signature with parts too many or too few says nothing of the key it was made with.
  {
    cause: 'saml.signature-shape.malformed',
    explains: ['saml.signature-value.wrong-key', 'saml.signature-value.forged'],
    when: within,
  },

  // One ACS URL is entered in one field and sent in two places.
  { cause: 'saml.recipient.mismatch', explains: ['saml.destination.mismatch'], when: sameActual },
  // One application, entered by http instead of https, by the host of a test system, with a slash too many: in every field at once.
  {
    cause: 'saml.recipient.mismatch',
    explains: ['saml.audience.mismatch', 'saml.destination.mismatch'],
    when: sameSlip,
  },
  { cause: 'saml.destination.mismatch', explains: ['saml.audience.mismatch'], when: sameSlip },
  { cause: 'saml.confirmation-request.mismatch', explains: ['saml.in-response-to.mismatch'], when: sameActual },
  { cause: 'saml.confirmation-request.missing', explains: ['saml.in-response-to.missing'] },
  { cause: 'saml.confirmation-request.unsolicited', explains: ['saml.in-response-to.unsolicited'], when: sameActual },

  // A clock that is wrong moves every time stamp.
  {
    cause: 'saml.clock.ahead',
    explains: [
      'saml.issue-instant.in-the-future',
      'saml.not-before.too-early',
      'saml.confirmation-time.too-early',
      'saml.authn-statement.in-the-future',
    ],
  },
  {
    cause: 'saml.clock.behind',
    explains: [
      'saml.not-on-or-after.expired',
      'saml.confirmation-time.expired',
      'saml.issue-instant.too-old',
      'saml.authn-statement.session-over',
      'saml.authn-statement.too-old',
    ],
  },
  {
    cause: 'saml.issue-instant.in-the-future',
    explains: ['saml.not-before.too-early', 'saml.confirmation-time.too-early', 'saml.authn-statement.in-the-future'],
  },
  // A message that comes too late is late by every rule.
  {
    cause: 'saml.not-on-or-after.expired',
    explains: ['saml.confirmation-time.expired', 'saml.issue-instant.too-old', 'saml.authn-statement.session-over'],
  },
  {
    cause: 'saml.confirmation-time.expired',
    explains: ['saml.issue-instant.too-old', 'saml.authn-statement.session-over'],
  },

  ...oidcRules,
]
