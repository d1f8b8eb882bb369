import type { KeyObject } from 'node:crypto'
import { type AssertionElement, readAssertion } from '#main/saml/element/assertion.ts'
import { readResponse } from '#main/saml/element/response.ts'
import { SAML } from '#main/saml/namespaces.ts'
import { OpenedElements } from '#main/xml/encryption/opened-elements.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import { childElements } from '#main/xml/tree/query.ts'
import { MOST_PARTS } from '../gate/open-encrypted.ts'
import { openXml } from '../gate/open-xml.ts'
import { distinct, type Read, type Said, said } from './said.ts'

export interface ResponseSays {
  readonly issuers: readonly Said[]
  readonly audiences: readonly Said[]
  /** Destination and every Recipient. */
  readonly addresses: readonly Said[]
}

/** Opens what is encrypted where a key fits; what stays closed is called sealed, never absent. */
export function readResponseSide(xml: string | null, keys: readonly KeyObject[]): Read<ResponseSays> {
  if (xml === null) return { absence: 'nothing-there' }
  const parsed = openXml(xml, messageLimits)
  if (parsed.kind === 'refused') return { absence: 'unreadable' }
  const { root } = parsed.document
  const opened = new OpenedElements(keys, messageLimits)
  const encrypted = childElements(root, SAML, 'EncryptedAssertion').slice(0, MOST_PARTS)
  const isSealed = encrypted.map((part) => opened.open(part).kind).includes('failed')
  const view = new UnverifiedElement(root, opened)
  const { destination, issuer } = readResponse(view)
  const assertions = view.children(SAML, 'Assertion').map(readAssertion)
  const sealed = (name: string): Said[] => (isSealed ? [{ name, value: 'sealed' }] : [])
  return {
    says: {
      issuers: [
        ...said('Issuer of the response', issuer?.value),
        ...distinct(assertions.flatMap((assertion) => said('Issuer of the assertion', assertion.issuer?.value))),
      ],
      audiences: [...distinct(assertions.flatMap(audiencesOf)), ...sealed('Audience')],
      addresses: [
        ...said('Destination', destination),
        ...distinct(assertions.flatMap(recipientsOf)),
        ...sealed('Recipient'),
      ],
    },
  }
}

const audiencesOf = ({ conditions }: AssertionElement): Said[] =>
  conditions.flatMap(({ audienceRestrictions }) =>
    audienceRestrictions.flatMap(({ audiences }) => audiences.flatMap(({ value }) => said('Audience', value))),
  )

const recipientsOf = ({ subjects }: AssertionElement): Said[] =>
  subjects.flatMap(({ confirmations }) => confirmations.flatMap(({ data }) => said('Recipient', data?.recipient)))
