import type { Identity } from '#shared/model/identity.ts'
import type { ResponseJudgement, SignatureSummary } from '#shared/model/judgement.ts'
import { aCertificate } from '#test/support/model/a-certificate.ts'
import { fault, findingsWith, notVerified, placeOf } from './findings.ts'

export const attributes = {
  email: ['ada@customer.example'],
  given_name: ['Ada'],
  family_name: ['Lovelace'],
  groups: ['engineering', 'administrators', 'sso-pilot'],
  department: ['Analytical engines'],
  'http://schemas.microsoft.com/identity/claims/tenantid': ['72f988bf-86f1-41af-91ab-2d7cd011db47'],
}

const identity = (issuer: string): Identity => ({
  nameId: 'ada@customer.example',
  nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  issuer,
  sessionIndex: '_s1',
  authnContext: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  attributes,
  profile: {
    email: 'ada@customer.example',
    givenName: 'Ada',
    familyName: 'Lovelace',
    groups: attributes.groups,
  },
})
const signature = (verified: boolean): SignatureSummary => ({
  covers: 'assertion',
  algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  ...(verified && { certificateSha256: aCertificate().sha256 }),
  verified,
})
const timing = { parse: 0.31, verify: 0.22, checks: 0.4 }

export const accepted = (issuer: string): ResponseJudgement => ({
  verdict: 'accepted',
  identity: identity(issuer),
  findings: findingsWith(),
  signatures: [signature(true)],
  timing,
})

export const acceptedWithWarnings = (issuer: string): ResponseJudgement => ({
  ...accepted(issuer),
  findings: findingsWith(
    fault('saml.certificate', 'saml.certificate.expired', {
      rootCause: true,
      expected: 'valid on 22 November 2026',
      actual: 'valid until 19 November 2026',
    }),
    fault('saml.policy', 'saml.policy.strict-would-refuse'),
  ),
})

/** The audience is another application's; that there is no identity only follows from it. */
export const wrongAudience = (xml: string, expected: string, actual: string): ResponseJudgement => ({
  verdict: 'rejected',
  identity: null,
  findings: findingsWith(
    fault('saml.audience', 'saml.audience.mismatch', {
      rootCause: true,
      expected,
      actual,
      ...placeOf(xml, '<saml:Audience>', '/Response/Assertion/Conditions/AudienceRestriction/Audience'),
    }),
    fault('saml.claim.email', 'saml.claim.email.missing', {
      causedBy: 'saml.audience.mismatch',
      ...placeOf(xml, '<saml:AttributeStatement>', '/Response/Assertion/AttributeStatement'),
    }),
    fault('saml.certificate', 'saml.certificate.expires-soon', { rootCause: true }),
    notVerified('saml.destination', 'The ACS URL was not given.'),
  ),
  signatures: [signature(true)],
  timing,
})

export const unsigned = (): ResponseJudgement => ({
  verdict: 'undecided',
  identity: null,
  findings: findingsWith(
    notVerified('saml.signature-value', 'No trusted certificate was given, so no signature could be verified.'),
    notVerified('saml.signature-digest', 'No trusted certificate was given, so no signature could be verified.'),
    notVerified('saml.certificate', 'No trusted certificate was given.'),
    notVerified('saml.in-response-to', 'It was not said which request this answers.'),
  ),
  signatures: [signature(false)],
  timing,
})
