import { at, onEachSignature } from './on-signature.ts'

/** Judged apart from the value, so that changed content is told from a wrong key (XML-DSig §3.2.1). */
export const signedContentIsUnchanged = onEachSignature('saml.signature-digest', ({ judgement }, _context, trust) => {
  const { digest, signature, covers } = judgement
  if (digest === 'differs')
    return { kind: 'fault', code: 'saml.signature-digest.changed', trust, at: at(covers ?? signature.element) }
  if (digest === 'matches') return { kind: 'passed', trust, at: at(signature.element) }
  return { kind: 'not-verified', trust, at: at(signature.element), detail: 'The digest could not be computed.' }
})
