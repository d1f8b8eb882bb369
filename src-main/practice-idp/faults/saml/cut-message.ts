import type { ResponseValues } from '#main/saml/identity-provider/response-values.ts'

/** A message of ours at its seams, whatever its prefixes; null where it holds no signed assertion that can be read. */
export function cutMessage(xml: string) {
  const [assertion] = /<((?:\w+:)?)Assertion[ >].*<\/\1Assertion>/s.exec(xml) ?? []
  const [signature] = /<((?:\w+:)?)Signature[ >].*?<\/\1Signature>/s.exec(assertion ?? '') ?? []
  if (assertion === undefined || signature === undefined) return null
  const at = xml.indexOf(assertion)
  return {
    before: xml.slice(0, at),
    assertion,
    after: xml.slice(at + assertion.length),
    signature,
    /** The assertion without its signature. */
    bare: assertion.replace(signature, ''),
  }
}

/** SAML Core §5.4.1: right after Issuer. */
export const withSignature = (xml: string, signature: string) =>
  xml.replace(/<\/(?:\w+:)?Issuer>/, (issuer) => `${issuer}${signature}`)

/** What an attacker would have read: another person, nothing else changed. @param bare an assertion without signature */
export const forge = (bare: string, id = '_forged') =>
  bare
    .replace(/ ID="[^"]*"/, ` ID="${id}"`)
    .replace(/(<(?:\w+:)?NameID[^>]*>)[^<]*/, '$1admin@example.com')
    .replace(/(<(?:\w+:)?AttributeValue>)[^<]*@[^<]*/, '$1admin@example.com')

/** A message that can be taken apart: the assertion is signed by itself, and neither hidden nor fixed in its place. */
export const signedAlone = (response: ResponseValues): ResponseValues => ({
  ...response,
  encryptTo: undefined,
  signing: response.signing && { ...response.signing, assertion: true, response: false },
})
