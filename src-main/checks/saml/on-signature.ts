import { placeOf } from '#main/xml/tree/place.ts'
import type { XmlElement } from '#main/xml/tree/xml-tree.ts'
import type { CheckCode } from '#shared/findings/catalogue.ts'
import type { CheckOf, HasPlace, Outcome, Trust } from '../finding/outcome.ts'
import type { PlacedSignature } from '../reading/response-subject.ts'
import type { ResponseContext } from '../response-context.ts'

/** All that a check of signatures needs: a response has it, and so have messages that are signed as a whole. */
export type SignatureContext = Pick<ResponseContext, 'now' | 'policy' | 'identityProvider'>
export interface SignatureSubject {
  readonly signatures: readonly PlacedSignature[]
  readonly context: SignatureContext
}

/** A check of every signature, one outcome each. Nothing about a signature is verified before its value is. */
export function onEachSignature<Code extends CheckCode>(
  code: Code,
  judge: (signature: PlacedSignature, context: SignatureContext, trust: Trust) => Outcome<Code>,
): CheckOf<SignatureSubject, Code> {
  return {
    code,
    run({ signatures, context }) {
      if (signatures.length === 0)
        return { kind: 'not-verified', trust: 'unverified', detail: 'There is no signature.' }
      return signatures.map((signature) =>
        judge(signature, context, signature.judgement.value === 'verified' ? 'verified' : 'unverified'),
      )
    },
  }
}

export const at = (element: XmlElement): HasPlace => ({ place: () => placeOf(element) })
