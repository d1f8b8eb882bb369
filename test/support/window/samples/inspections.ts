import type { Inspection } from '#shared/model/inspection.ts'
import { InspectedPart } from '#shared/model/inspection.ts'
import { aCertificate } from '#test/support/model/a-certificate.ts'
import { aMetadataEntity } from '#test/support/model/a-metadata-entity.ts'
import { fault, findingsWith, notVerified, placeOf } from './findings.ts'
import { attributes } from './judgements.ts'
import { responseXml } from './response-xml.ts'

const nothing: Inspection = {
  verdict: 'unrecognised',
  kind: 'text',
  layers: [],
  parameters: [],
  facts: [],
  text: null,
  certificates: [],
  findings: [],
  judgement: null,
  size: 0,
  parts: [],
  exchanges: [],
}

export const textInspection = (content: string): Inspection => ({
  ...nothing,
  size: content.length,
  text: { language: 'text', content },
})

export const keyInspection = (): Inspection => ({
  ...nothing,
  verdict: 'faulty',
  kind: 'private-key',
  facts: [{ name: 'Key', value: 'RSA, 2048 bits' }],
})

export const certificateInspection = (): Inspection => ({
  ...nothing,
  verdict: 'recognised',
  kind: 'certificate',
  facts: [{ name: 'Came as', value: 'pem' }],
  certificates: [aCertificate()],
  findings: findingsWith(),
})

const acsUrl = 'https://app.customer.example/saml/acs'
const issuer = 'https://idp.example/metadata'
const xml = responseXml({ audience: 'https://app.custorner.example', acsUrl, issuer, attributes, isSigned: true })

/** A response in which something is refuted without any trust. */
export const responseInspection = (): Inspection => ({
  ...nothing,
  verdict: 'faulty',
  kind: 'saml-response',
  size: 5120,
  layers: [
    { kind: 'form', name: 'SAMLResponse', bytes: 5100 },
    { kind: 'url-encoding', bytes: 4900 },
    { kind: 'base64', bytes: 3600 },
  ],
  parameters: [{ name: 'RelayState', value: '/dashboard' }],
  facts: [
    { name: 'Issuer', value: issuer },
    { name: 'Audience', value: 'https://app.custorner.example' },
    { name: 'Subject', value: 'ada@customer.example' },
  ],
  text: { language: 'xml', content: xml },
  certificates: [aCertificate()],
  findings: findingsWith(
    fault('saml.conditions', 'saml.conditions.several', {
      rootCause: true,
      ...placeOf(xml, '<saml:Conditions', '/Response/Assertion/Conditions'),
    }),
    notVerified('saml.signature-value', 'No trusted certificate was given, so no signature could be verified.'),
  ),
  judgement: { by: 'response', verdict: 'rejected', identity: null, signatures: [], timing: {} },
})

const metadata = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${issuer}"/>`

export const metadataInspection = (): Inspection => ({
  ...nothing,
  verdict: 'recognised',
  kind: 'saml-metadata',
  size: 2048,
  facts: [{ name: 'Entity ID', value: issuer }],
  text: { language: 'xml', content: metadata },
  certificates: [aCertificate()],
  judgement: { by: 'metadata', verdict: 'valid', entities: [aMetadataEntity({ entityId: issuer, roles: ['idp'] })] },
})

/** A recorded sign-in: three steps with a message, hundreds without. */
export function recordingInspection(): Inspection {
  const { layers, ...response } = InspectedPart.parse({ ...responseInspection(), place: 'step 180' })
  const request: InspectedPart = InspectedPart.parse({
    ...nothing,
    verdict: 'recognised',
    kind: 'saml-request',
    place: 'step 3',
    facts: [{ name: 'Issuer', value: 'https://app.customer.example' }],
    findings: [notVerified('saml.signature-value', 'No trusted certificate was given.')],
  })
  return {
    ...nothing,
    verdict: 'faulty',
    kind: 'har',
    size: 5_200_000,
    facts: [{ name: 'Recorded with', value: 'Chrome 130' }],
    parts: [request, { ...response, layers }],
    exchanges: Array.from({ length: 240 }, (_, index) => ({
      number: index + 1,
      startedAt: null,
      method: index % 7 === 0 ? 'POST' : 'GET',
      address: `https://idp.example/${index === 2 ? 'sso' : `assets/${index}.js`}`,
      status: index === 5 ? null : 200,
      parameters: [],
      parts: index === 2 ? [0] : index === 179 ? [1] : [],
    })),
  }
}
