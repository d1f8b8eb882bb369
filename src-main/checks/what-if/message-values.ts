import { SAML } from '#main/saml/namespaces.ts'
import { messageLimits } from '#main/xml/parse/parse-limits.ts'
import { DS } from '#main/xml/signature/namespaces.ts'
import { attributeOf, descendantsOf, textOf } from '#main/xml/tree/query.ts'
import { openXml } from '../gate/open-xml.ts'

/** Values a message holds that could stand in the configuration instead. Suggestions only: nothing here is trusted. */
export interface MessageValues {
  readonly issueInstant: string | undefined
  readonly acsUrls: readonly string[]
  readonly audiences: readonly string[]
  readonly issuers: readonly string[]
  /** Base64 of every certificate in KeyInfo. */
  readonly certificates: readonly string[]
}

/** Each is judged once more, in full: a message may repeat values thousands of times. */
const MOST_OF_A_KIND = 8

const none: MessageValues = { issueInstant: undefined, acsUrls: [], audiences: [], issuers: [], certificates: [] }

export function readMessageValues(message: string | Uint8Array): MessageValues {
  const opened = openXml(message, messageLimits)
  if (opened.kind === 'refused') return none
  const { root } = opened.document
  const elements = [...descendantsOf(root)]
  const texts = (namespace: string, local: string) =>
    few(
      elements
        .filter((element) => element.namespace === namespace && element.local === local)
        .map((element) => textOf(element).trim()),
    )
  const recipients = elements.map((element) => attributeOf(element, 'Recipient') ?? '')
  return {
    issueInstant: attributeOf(root, 'IssueInstant'),
    acsUrls: few([...recipients, attributeOf(root, 'Destination') ?? '']),
    audiences: texts(SAML, 'Audience'),
    issuers: texts(SAML, 'Issuer'),
    certificates: texts(DS, 'X509Certificate').map((text) => text.replace(/\s+/g, '')),
  }
}

const few = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== '').slice(0, MOST_OF_A_KIND)
