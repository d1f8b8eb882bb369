import type { SignatureFaultKind } from '#main/xml/signature/signature-fault.ts'
import type { FaultCode } from '#shared/findings/catalogue.ts'
import { at, onEachSignature } from './on-signature.ts'

const codes: Record<SignatureFaultKind, FaultCode<'saml.signature-shape'> | undefined> = {
  'child-count': 'saml.signature-shape.malformed',
  'child-unexpected': 'saml.signature-shape.malformed',
  'not-base64': 'saml.signature-shape.malformed',
  'reference-elsewhere': 'saml.signature-shape.reference',
  'identifier-missing': 'saml.signature-shape.reference',
  'identifier-shared': 'saml.signature-shape.reference',
  'transform-refused': 'saml.signature-shape.transform',
  // Algorithms have a check of their own.
  'canonicalization-unknown': undefined,
  'signature-method-unknown': undefined,
  'digest-method-unknown': undefined,
}

/** Exactly one Reference to the parent, the two transforms SAML allows, nothing foreign (SAML Core §5.4.2–5.4.4). */
export const signatureIsWellMade = onEachSignature('saml.signature-shape', ({ judgement }, _context, trust) => {
  const { element, transform } = judgement.signature
  for (const fault of judgement.faults) {
    const code = codes[fault.kind]
    if (code !== undefined) return { kind: 'fault', code, trust, at: at(fault.at), actual: fault.actual }
  }
  if (transform?.method === 'inclusive') {
    return {
      kind: 'fault',
      code: 'saml.signature-shape.transform',
      trust,
      at: at(element),
      actual: 'inclusive canonicalisation',
    }
  }
  return { kind: 'passed', trust, at: at(element) }
})
