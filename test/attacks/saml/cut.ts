import { assertionXml, type MessageParts, responseXml, soundMessage } from '#test/support/saml/response-message.ts'

const admin = 'admin@example.com'

/** What the forger wants read. */
export const evilParts = {
  assertionAttributes: soundMessage.assertionAttributes.replace('_assertion1', '_evil'),
  nameId: soundMessage.nameId.replace('ada@example.com', admin),
  attributes: soundMessage.attributes.replace('ada@example.com', admin),
} satisfies Partial<MessageParts>

export const evilAssertion = (change: Partial<MessageParts> = {}) => assertionXml({ ...evilParts, ...change })
export const evilResponse = (change: Partial<MessageParts> = {}) =>
  responseXml({
    ...evilParts,
    responseAttributes: soundMessage.responseAttributes.replace('_response1', '_evil_response'),
    ...change,
  })

/** A message with one signature, cut at the seams. */
export function cut(xml: string) {
  const [signature = ''] = /<ds:Signature[ >].*?<\/ds:Signature>/s.exec(xml) ?? []
  const [assertion = ''] = /<saml:Assertion[ >].*<\/saml:Assertion>/s.exec(xml) ?? []
  const [before = '', after = ''] = xml.split(assertion)
  return { before, assertion, after, signature, bare: assertion.replace(signature, '') }
}

/** Puts a signature where SAML wants it, after the first Issuer. */
export const withSignature = (xml: string, signature: string) =>
  xml.replace('</saml:Issuer>', `</saml:Issuer>${signature}`)

export const inside = (parent: 'ds:Signature' | 'saml:Assertion' | 'samlp:Response', xml: string, content: string) =>
  xml.replace(`</${parent}>`, `${content}</${parent}>`)

export const extensions = (content: string) => `<samlp:Extensions>${content}</samlp:Extensions>`
