import { signEnveloped } from '#main/xml/signature/sign-enveloped.ts'
import { element, leaf } from '#main/xml/write/markup.ts'
import { SAML, SAMLP } from '../namespaces.ts'
import type { ResponseValues, SigningValues, StatusValues } from './response-values.ts'
import { moment, writeAssertion } from './write-assertion.ts'

/**
 * A Response (SAML Core §3.3.3), signed as `signing` says: the assertion first, then the response around it, so that both
 * signatures hold. A signature is placed right after its element's Issuer (§5.4.1).
 */
export function writeResponse(values: ResponseValues): string {
  const { id, assertion, issuer, signing } = values
  const xml = element(
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
  if (signing === undefined) return xml
  const signed = signing.assertion && assertion ? sign(xml, assertion.id, signing, 'Issuer') : xml
  return signing.response ? sign(signed, id, signing, issuer === undefined ? undefined : 'Issuer') : signed
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

function sign(xml: string, id: string, { key, certificate, hash }: SigningValues, after: string | undefined): string {
  const keyInfo = certificate === undefined ? {} : { certificate }
  return signEnveloped(xml, { key, hash, id, ...keyInfo, ...(after === undefined ? {} : { after }) })
}
