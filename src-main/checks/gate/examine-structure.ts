import type { Identifiers } from '#main/xml/signature/identifiers.ts'
import { placeOf } from '#main/xml/tree/place.ts'
import { attributeOf } from '#main/xml/tree/query.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import type { Fault } from '../finding/outcome.ts'
import { type Placement, placeElements } from './place-elements.ts'

export type StructureFault = Fault<FaultCode<'saml.structure'>>
export type PlacementFault = Fault<FaultCode<'saml.signature'>>

/** Where assertions and signatures stand. With any fault nothing in the document is believed. */
export interface Structure {
  readonly faults: readonly StructureFault[]
  readonly signatureFaults: readonly PlacementFault[]
  /** The one Assertion or EncryptedAssertion; undefined where there is none. */
  readonly assertion: XmlElement | undefined
  readonly responseSignature: XmlElement | undefined
  readonly assertionSignature: XmlElement | undefined
}

/** A message may repeat one fault thousands of times; beyond these it says nothing new. */
const MOST_OF_A_KIND = 8

/** Letters, digits and what an NCName allows beside them (and the colon, which some write): no quote, bracket, `#` or space. */
const plainIdentifier = /^[\p{L}\p{M}\p{N}_.:\u00B7-]+$/u

/**
 * Before any cryptography: one assertion, each signature in what it signs, no identifier twice (SAML Profiles §4.1.4.2;
 * signature wrapping, Somorovsky et al. 2012).
 * @param root samlp:Response, or the saml:Assertion that was decrypted
 * @param identifiers of the whole message, what was decrypted included
 */
export function examineStructure(root: XmlElement, identifiers: Identifiers): Structure {
  const placement = placeElements(root)
  const [assertion] = placement.assertions
  const ownSignatures = placement.signatures.filter(({ parent }) => parent === root)
  const signable = assertion?.local === 'Assertion' ? assertion : undefined
  const assertionSignatures = placement.signatures.filter(({ parent }) => parent !== null && parent === signable)
  return {
    faults: [...placementFaults(root, placement), ...identifierFaults(root, placement, identifiers)],
    signatureFaults: signatureFaults(placement.signatures, [
      ownSignatures,
      root === assertion ? [] : assertionSignatures,
    ]),
    assertion,
    responseSignature: root === assertion ? undefined : ownSignatures[0],
    assertionSignature: assertionSignatures[0],
  }
}

const few = <Each>(all: readonly Each[]) => all.slice(0, MOST_OF_A_KIND)

const fault = (code: FaultCode<'saml.structure'>, at: XmlElement, actual: string = at.name): StructureFault => ({
  kind: 'fault',
  code,
  trust: 'unverified',
  at: { place: () => placeOf(at) },
  actual,
})

function placementFaults(root: XmlElement, { assertions, misplaced, lookAlikes }: Placement): StructureFault[] {
  const [assertion, another] = assertions
  return [
    ...few(lookAlikes).map((element) =>
      fault('saml.structure.look-alike', element, `${element.name} {${element.namespace}}`),
    ),
    ...few(misplaced).map((element) => fault('saml.structure.assertion-misplaced', element)),
    ...(assertion === undefined ? [fault('saml.structure.no-assertion', root)] : []),
    ...(another === undefined
      ? []
      : [fault('saml.structure.several-assertions', another, `${assertions.length} assertions`)]),
  ]
}

function identifierFaults(root: XmlElement, { assertions }: Placement, identifiers: Identifiers): StructureFault[] {
  const identified = new Set([root, ...assertions.filter(({ local }) => local === 'Assertion')])
  const idOf = (element: XmlElement) => attributeOf(element, 'ID') ?? ''
  const nameless = [...identified].filter((element) => idOf(element) === '')
  const malformed = [...identified].filter((element) => idOf(element) !== '' && !plainIdentifier.test(idOf(element)))
  const shared = [...identifiers].flatMap(([id, [, second]]) => (second === undefined ? [] : [{ id, second }]))
  return [
    ...few(nameless).map((element) => fault('saml.structure.identifier-missing', element)),
    ...few(malformed).map((element) => fault('saml.structure.identifier-malformed', element, idOf(element))),
    ...few(shared).map(({ id, second }) => fault('saml.structure.identifier-shared', second, id)),
  ]
}

/** At most one per owner, and none anywhere else. */
function signatureFaults(all: readonly XmlElement[], owned: readonly (readonly XmlElement[])[]): PlacementFault[] {
  const at = (element: XmlElement) => ({ place: () => placeOf(element) })
  const placed = owned.flat()
  const misplaced = all.filter((signature) => !placed.includes(signature))
  const extra = owned.flatMap((signatures) => signatures.slice(1))
  return [
    ...few(misplaced).map(
      (element): PlacementFault => ({
        kind: 'fault',
        code: 'saml.signature.misplaced',
        trust: 'unverified',
        at: at(element),
      }),
    ),
    ...few(extra).map(
      (element): PlacementFault => ({
        kind: 'fault',
        code: 'saml.signature.too-many',
        trust: 'unverified',
        at: at(element),
      }),
    ),
  ]
}
