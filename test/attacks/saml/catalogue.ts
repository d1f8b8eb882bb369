import { sharedSecrets, weakAlgorithms } from './algorithms/algorithms.ts'
import type { Attack } from './attack.ts'
import { doctypes, expansions, malformed } from './doctype/doctype.ts'
import { changedCiphertexts, ciphertextsElsewhere, manyCiphertexts } from './encryption/ciphertexts.ts'
import { forgedCiphertexts, oldAlgorithms } from './encryption/encryption.ts'
import { plainText } from './encryption/plain-text.ts'
import { identifiers, namespaces } from './identifiers/identifiers.ts'
import { addresses, audience } from './protocol/addressing.ts'
import { messages, statuses } from './protocol/messages.ts'
import { requests } from './protocol/requests.ts'
import { ambiguity, subjects } from './protocol/subjects.ts'
import { times } from './protocol/times.ts'
import { replays } from './replay/replay.ts'
import { amounts, signatureWork } from './resources/amounts.ts'
import { references } from './signature/references.ts'
import { decoys, foreignParts, repeatedParts } from './signature/shape.ts'
import { emptyDigests, tampering } from './signature/tampering.ts'
import { canonicalizations, transforms } from './signature/transforms.ts'
import { hiddenCharacters, instructions, splitText } from './text/text.ts'
import { issuers } from './trust/issuers.ts'
import { keyInfo, noTrust } from './trust/keys.ts'
import { relatives } from './wrapping/relatives.ts'
import { xsw } from './wrapping/xsw.ts'

/** Every attack on a response, by row of the table of threats. */
export const catalogue: readonly Attack[] = [
  xsw,
  relatives,
  foreignParts,
  decoys,
  repeatedParts,
  tampering,
  emptyDigests,
  references,
  transforms,
  canonicalizations,
  sharedSecrets,
  weakAlgorithms,
  keyInfo,
  noTrust,
  issuers,
  identifiers,
  namespaces,
  splitText,
  instructions,
  hiddenCharacters,
  malformed,
  doctypes,
  expansions,
  messages,
  statuses,
  audience,
  addresses,
  times,
  requests,
  subjects,
  ambiguity,
  forgedCiphertexts,
  oldAlgorithms,
  changedCiphertexts,
  ciphertextsElsewhere,
  plainText,
  manyCiphertexts,
  amounts,
  signatureWork,
  replays,
].flat()
