import type { KeyObject } from 'node:crypto'
import { encryptElement } from '#main/xml/encryption/encrypt-element.ts'
import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { element, leaf } from '#main/xml/write/markup.ts'
import { SAML, SAMLP } from '../namespaces.ts'
import type { ResponseValues, SigningValues, StatusValues } from './response-values.ts'
import { withPrefixes } from './with-prefixes.ts'
import { moment, writeAssertion } from './write-assertion.ts'

/**
 * A Response (SAML Core §3.3.3), signed as `signing` says: the assertion first, then the response around it, so that both
 * signatures hold. A signature is placed right after its element's Issuer (§5.4.1). What is encrypted is so between the two.
 */
export function writeResponse(values: ResponseValues): string {
  const { id, assertion, issuer, signing, encryptTo, prefixes } = values
  const written = element(
    'samlp:Response',
    {
      'xmlns:samlp': SAMLP,
      'xmlns:saml': SAML,
      ID: id,
      Version: '2.0',
      IssueInstant: moment(values.issueInstant),
      Destination: values.destination,
      InResponseTo: values.inResponseTo,
    },
    issuer === undefined ? undefined : leaf('saml:Issuer', issuer),
    writeStatus(values.status),
    assertion && writeAssertion(assertion),
  )
  const xml = prefixes === undefined ? written : withPrefixes(written, prefixes)
  if (signing === undefined) return encryptTo === undefined ? xml : encryptAssertion(xml, encryptTo)
  const signedInside = signing.assertion && assertion ? sign(xml, assertion.id, signing, 'Issuer') : xml
  const signed = encryptTo === undefined ? signedInside : encryptAssertion(signedInside, encryptTo)
  return signing.response ? sign(signed, id, signing, issuer === undefined ? undefined : 'Issuer') : signed
}

/** SAML Core §2.3.4. The assertion declares every namespace it uses, so it can stand alone. */
function encryptAssertion(xml: string, to: KeyObject): string {
  const [assertion, prefix = ''] = /<((?:\w+:)?)Assertion[ >].*<\/\1Assertion>/s.exec(xml) ?? []
  if (assertion === undefined) return xml
  const name = `${prefix}EncryptedAssertion`
  return xml.replace(assertion, () => `<${name}>${encryptElement(assertion, to)}</${name}>`)
}

const writeStatus = ({ code, subCode, message }: StatusValues) =>
  element(
    'samlp:Status',
    {},
    element(
      'samlp:StatusCode',
      { Value: code },
      subCode === undefined ? undefined : element('samlp:StatusCode', { Value: subCode }),
    ),
    message === undefined ? undefined : leaf('samlp:StatusMessage', message),
  )

function sign(
  xml: string,
  id: string,
  { key, certificate, hash, prefix }: SigningValues,
  after: string | undefined,
): string {
  const keyInfo = certificate === undefined ? {} : { certificate }
  return signEnveloped(xml, {
    key,
    hash,
    id,
    ...keyInfo,
    ...(after === undefined ? {} : { after }),
    ...(prefix === undefined ? {} : { prefix }),
  })
}
