import { readAssertion } from '#main/saml/element/assertion.ts'
import { readResponse } from '#main/saml/element/response.ts'
import { SAML } from '#main/saml/namespaces.ts'
import type { Identifiers } from '#main/xml/signature/identifiers.ts'
import { type SignatureJudgement, verifySignature } from '#main/xml/signature/verify-signature.ts'
import { UnverifiedElement } from '#main/xml/tree/element-view.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { Structure } from '../gate/examine-structure.ts'
import type { ResponseContext } from '../response-context.ts'
import { chooseConfirmation } from './choose-confirmation.ts'
import type { AssertionReading, PlacedSignature, ResponseReading, ResponseSubject } from './response-subject.ts'

/** Verifies what is signed and reads the rest as unverified. In a document with structural faults nothing is verified. */
export function readResponseSubject(
  root: XmlElement,
  structure: Structure,
  identifiers: Identifiers,
  context: ResponseContext,
): ResponseSubject {
  const keys = context.identityProvider.certificates.map(({ sha256, x509 }) => ({ id: sha256, key: x509.publicKey }))
  const judge = (signature: XmlElement | undefined) => signature && verifySignature(signature, keys, identifiers)
  const ofResponse = judge(structure.responseSignature)
  const ofAssertion = judge(structure.assertionSignature)
  const sound = structure.faults.length === 0 && structure.signatureFaults.length === 0
  const response = readAs(root, sound ? ofResponse : undefined)
  const assertion =
    structure.assertion && readAssertionAs(structure.assertion, response, sound ? ofAssertion : undefined)
  return {
    context,
    response,
    assertion,
    confirmation: assertion && chooseConfirmation(assertion.element, context),
    signatures: [...placed('response', ofResponse), ...placed('assertion', ofAssertion)],
  }
}

function readAs(root: XmlElement, signature: SignatureJudgement | undefined): ResponseReading {
  if (signature?.verified !== undefined) return { trust: 'verified', element: readResponse(signature.verified) }
  return { trust: 'unverified', element: readResponse(new UnverifiedElement(root)) }
}

/** Its own signature vouches for it, or else the response's, which covers everything inside. */
function readAssertionAs(
  assertion: XmlElement,
  response: ResponseReading,
  own: SignatureJudgement | undefined,
): AssertionReading {
  const verified =
    own?.verified ?? (response.trust === 'verified' ? response.element.view.children(SAML, 'Assertion')[0] : undefined)
  if (verified !== undefined) return { trust: 'verified', element: readAssertion(verified) }
  return { trust: 'unverified', element: readAssertion(new UnverifiedElement(assertion)) }
}

const placed = (covers: PlacedSignature['covers'], judgement: SignatureJudgement | undefined): PlacedSignature[] =>
  judgement === undefined ? [] : [{ covers, judgement }]
