import type { ResponseJudgement } from '#shared/model/judgement.ts'
import { TestRun, type TimelineEvent } from '#shared/model/test-run.ts'
import { sampleConnection } from './sample-connection.ts'
import { fault, notVerified, passed } from './sample-findings.ts'

const event = (at: number, kind: TimelineEvent['kind'], says: string, more: Partial<TimelineEvent> = {}) => ({
  at,
  kind,
  says,
  method: null,
  url: null,
  status: null,
  ...more,
})

const xml = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r1" Version="2.0">
  <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a1">
    <saml:Subject><saml:NameID>ada@customer.example</saml:NameID></saml:Subject>
    <saml:AuthnStatement SessionIndex="_session-4711"><saml:SubjectLocality Address="192.0.2.44"/></saml:AuthnStatement>
    <saml:AttributeStatement>
      <saml:Attribute Name="given_name"><saml:AttributeValue>Ada</saml:AttributeValue></saml:Attribute>
      <saml:Attribute Name="family_name"><saml:AttributeValue>Lovelace</saml:AttributeValue></saml:Attribute>
      <saml:Attribute Name="email"><saml:AttributeValue>ada@customer.example</saml:AttributeValue></saml:Attribute>
      <saml:Attribute Name="employee"><saml:AttributeValue>E-1815</saml:AttributeValue></saml:Attribute>
    </saml:AttributeStatement>
  </saml:Assertion>
</samlp:Response>`

const common = {
  timing: { parse: 0.42, verify: 0.31, checks: 0.18 },
  signatures: [
    {
      covers: 'assertion',
      algorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
      certificateSha256: sampleConnection.identityProvider?.signingCertificates[0]?.sha256 ?? '',
      verified: true,
    },
  ],
}
const holds = [
  passed('saml.status'),
  passed('saml.destination'),
  passed('saml.recipient'),
  passed('saml.not-before'),
  passed('saml.not-on-or-after'),
  passed('saml.signature'),
  passed('saml.signature-shape'),
  passed('saml.certificate'),
  passed('saml.name-id'),
  passed('saml.claim.email'),
]

export const acceptedJudgement: ResponseJudgement = {
  ...common,
  verdict: 'accepted',
  identity: {
    nameId: 'ada@customer.example',
    nameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
    issuer: 'https://idp.customer.example/',
    sessionIndex: '_session-4711',
    authnContext: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    attributes: {
      given_name: ['Ada'],
      family_name: ['Lovelace'],
      email: ['ada@customer.example'],
      employee: ['E-1815'],
      groups: ['Analytical Engine', '6f1d2f6e-52a3-4a0c-9e67-6f1f4c1a9a10'],
    },
    profile: {
      email: 'ada@customer.example',
      givenName: 'Ada',
      familyName: 'Lovelace',
      groups: ['Analytical Engine', '6f1d2f6e-52a3-4a0c-9e67-6f1f4c1a9a10'],
    },
  },
  findings: [
    ...holds,
    passed('saml.audience'),
    fault('saml.certificate.expires-soon', {
      severity: 'warning',
      actual: '2027-01-15T00:00:00.000Z',
    }),
    notVerified('saml.one-time-use', 'A test login remembers nothing, so a second use would not be noticed.'),
  ],
}

export const rejectedJudgement: ResponseJudgement = {
  ...common,
  verdict: 'rejected',
  identity: null,
  findings: [
    ...holds,
    fault('saml.audience.mismatch', {
      rootCause: true,
      expected: 'https://app.customer.example/saml/metadata',
      actual: 'https://app.customer.example/saml/MetaData/',
      location: {
        document: 'message',
        path: '/samlp:Response/saml:Assertion/saml:Conditions/saml:AudienceRestriction/saml:Audience',
        line: 14,
        column: 9,
      },
    }),
    fault('saml.recipient.mismatch', {
      causedBy: 'saml.audience.mismatch',
      expected: 'https://app.customer.example/saml/acs',
      actual: 'https://app.customer.example/saml/acs ',
      unverified: true,
    }),
    notVerified('saml.authn-statement', 'No limit to its age was given.'),
    fault('saml.one-time-use.asked', { severity: 'info' }),
  ],
}

export const sampleRun = (judgement: ResponseJudgement | null, more: Partial<TestRun> = {}): TestRun =>
  TestRun.parse({
    id: 'run_0000000000000000000xyz',
    connectionId: sampleConnection.id,
    target: 'application',
    state: 'judged',
    startedAt: '2026-11-22T08:00:00.000Z',
    endedAt: '2026-11-22T08:00:12.480Z',
    request: {
      id: '_request-1',
      xml: '<samlp:AuthnRequest ID="_request-1"/>',
      destination: 'https://idp.customer.example/sso',
    },
    timeline: [
      event(0, 'opened', 'The login window opened.'),
      event(35, 'request', 'The request went to the identity provider.', {
        method: 'GET',
        url: 'https://idp.customer.example/sso?SAMLRequest=fZJBb&RelayState=secret-state',
      }),
      event(210, 'page', 'A sign-in page was shown.', { url: 'https://idp.customer.example/login', status: 200 }),
      event(11_900, 'form', 'The sign-in form was sent for ada@customer.example.', {
        method: 'POST',
        url: 'https://idp.customer.example/login?hint=ada%40customer.example#token=abc',
        status: 302,
      }),
      event(12_400, 'caught', 'The response was caught on its way to the application.', {
        method: 'POST',
        url: 'https://app.customer.example/saml/acs',
      }),
      event(12_480, 'judged', 'The response was judged.'),
    ],
    message: {
      receivedAt: '2026-11-22T08:00:12.400Z',
      postedTo: 'https://app.customer.example/saml/acs',
      samlResponse: Buffer.from(xml).toString('base64'),
      relayState: 'relay-state-77',
      xml,
    },
    judgement,
    outcome: judgement?.identity ? { kind: 'created', role: 'member' } : null,
    problem: null,
    configurationSha256: 'c0'.repeat(32),
    receipt: null,
    ...more,
  })
