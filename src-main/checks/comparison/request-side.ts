import { readAuthnRequest } from '#main/saml/element/authn-request.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import { openXml } from '../gate/open-xml.ts'
import { type Read, type Said, said } from './said.ts'

export interface RequestSays {
  readonly issuer: readonly Said[]
  readonly acsUrl: readonly Said[]
  readonly destination: readonly Said[]
}

export function readRequestSide(xml: string | null): Read<RequestSays> {
  if (xml === null) return { absence: 'nothing-there' }
  const opened = openXml(xml, messageLimits)
  if (opened.kind === 'refused') return { absence: 'unreadable' }
  const { issuer, acsUrl, destination } = readAuthnRequest(new UnverifiedElement(opened.document.root))
  return {
    says: {
      issuer: said('Issuer', issuer?.value),
      acsUrl: said('AssertionConsumerServiceURL', acsUrl),
      destination: said('Destination', destination),
    },
  }
}
