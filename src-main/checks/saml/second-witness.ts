import type { SecondWitness, Testimony } from '#main/xml/witness/second-witness.ts'
import type { CheckOf, Outcome } from '../finding/outcome.ts'
import type { PlacedSignature, ResponseSubject } from '../reading/response-subject.ts'
import { trustedKeys } from '../reading/trusted-keys.ts'
import type { ResponseContext } from '../response-context.ts'
import { at } from './on-signature.ts'

type Judged = Outcome<'saml.second-witness'>

/**
 * Does another implementation come to the same verdict on each signature? Only where both can judge it and differ is something
 * wrong, with one of them or with the message; then nothing is accepted.
 */
export const secondWitnessAgrees: CheckOf<ResponseSubject, 'saml.second-witness'> = {
  code: 'saml.second-witness',
  run({ signatures, sound, context }) {
    const { secondWitness } = context
    if (secondWitness === undefined) return notAsked('No second implementation was asked.')
    if (signatures.length === 0) return notAsked('There is no signature.')
    if (!sound) return notAsked('A message built like this is not judged at all.')
    return signatures.map((signature) => compare(signature, secondWitness, context))
  },
}

const notAsked = (detail: string): Judged => ({ kind: 'not-verified', trust: 'unverified', detail })

function compare({ judgement }: PlacedSignature, witness: SecondWitness, context: ResponseContext): Judged {
  const { signature, faults, digest, value, verifiedBy } = judgement
  const place = at(signature.element)
  if (faults.length > 0) return { ...notAsked('A signature built like this is not judged at all.'), at: place }
  // Where one of our keys made it, that one is asked about; where none did, each of them.
  const keys = trustedKeys(context).filter(
    ({ id, key }) => (verifiedBy ?? id) === id && key.asymmetricKeyType === signature.method?.keyType,
  )
  const testimonies = keys.map(({ key }) => witness.testify(signature.element, key))
  const theirs = testimonies.find(({ kind }) => kind === 'holds') ?? testimonies[0]
  if (theirs === undefined) return { ...notAsked('There is no key to ask about.'), at: place }
  if (theirs.kind === 'cannot-say') return { ...notAsked(theirs.why), at: place }
  const ours = digest === 'matches' && value === 'verified'
  if (ours === (theirs.kind === 'holds')) {
    return { kind: 'passed', trust: 'verified', at: place, actual: inWords(ours) }
  }
  return {
    kind: 'fault',
    code: 'saml.second-witness.disagrees',
    trust: 'unverified',
    at: place,
    expected: inWords(ours),
    actual: inWords(!ours, theirs),
  }
}

const inWords = (holds: boolean, testimony?: Testimony) => {
  if (holds) return 'The signature holds.'
  const why = testimony?.kind === 'does-not-hold' ? ` ${testimony.why}` : ''
  return `The signature does not hold.${why}`
}
